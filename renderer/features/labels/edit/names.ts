/** What an element is called on the screen: its content, or its kind where it has none. */
import type { LayoutElement } from "../../../../preload/contract/label-layout.ts";
import type { TextOf } from "../../../i18n/language.ts";
import type { labelsTexts } from "../../../i18n/texts/labels.ts";

type T = TextOf<(typeof labelsTexts)["zh-CN"]>;

export const fieldName = (t: T, field: string) => t(`f_${field}` as "f_code");

export function elementName(t: T, element: LayoutElement): string {
	if (element.type === "rule" || element.type === "image") return t(`type_${element.type}`);
	const name = fieldName(t, element.field);
	return element.type === "text" ? name : `${t(`type_${element.type}`)} · ${name}`;
}
