import { useStandard } from "../../../app/use-standard.ts";
import { useTexts } from "../../../i18n/language.ts";
import { standardTexts } from "../../../i18n/texts/standard.ts";
import settings from "../settings.module.css";
import { Since, type Versions } from "./Since.tsx";

type Term = { unit: "day" | "month"; amount: number };

/** What the brand promises its customers, in one line of words. */
export function Promises({ promises }: { promises: NonNullable<Versions["promises"]> }) {
	const t = useTexts(standardTexts);
	const { name = (text: { zh: string }) => text.zh } = useStandard() ?? {};
	const term = ({ unit, amount }: Term) => t(unit === "day" ? "days" : "months", { n: amount });
	const words = [
		...(["repair", "exchange", "return"] as const).map((kind) => {
			const promised = promises[kind];
			return promised && t(kind, { term: term(promised) });
		}),
		...promises.components.map((each) => t("component", { name: name(each.name), term: term(each.term) })),
		promises.clockSet && t(`clocks-${promises.clockSet}`),
	].filter(Boolean);
	return (
		<>
			<span>{name(promises.name)}</span>
			<Since source="archive" version={promises.version} since={promises.since} />
			<span className={settings.hint}>{words.join(" · ")}</span>
		</>
	);
}
