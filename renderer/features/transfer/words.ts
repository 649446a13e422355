/** A parcel in words: who carries it, how long it has been on its way, its numbers. */
import type { ParcelView } from "../../../preload/contract/transfer.ts";
import { useTexts } from "../../i18n/language.ts";
import { transferTexts } from "../../i18n/texts/transfer.ts";

const dayMs = 86_400_000;

export type TransferWords = ReturnType<typeof useTransferWords>;

export function useTransferWords() {
	const t = useTexts(transferTexts);
	const table = t as unknown as (key: string) => string;
	const known = new Set<string>(Object.keys(transferTexts["zh-CN"]));
	const own = (of: string, code: string) => (known.has(`${of}-${code}`) ? table(`${of}-${code}`) : code);
	return {
		t,
		/** `own("carrier", "sf")`; a code a newer Welt knows is shown as it is. */
		own,
		named: ({ name }: { name: string }) => name || t("unnamed"),
		since(sentAt: string, nowAt: string): string {
			const days = Math.floor((Date.parse(nowAt) - Date.parse(sentAt)) / dayMs);
			return days < 1 ? t("today") : t("days", { count: days });
		},
		/** "顺丰 · 运单 SF123 · 封签 F01". */
		numbers: ({ carrier, waybill, seal }: Pick<ParcelView, "carrier" | "waybill" | "seal">) =>
			[own("carrier", carrier), waybill && t("waybill", { waybill }), seal ? t("seal", { seal }) : t("no-seal")]
				// A number stays with what it is the number of.
				.flatMap((part) => (part ? [part.replaceAll(" ", "\u00a0")] : []))
				.join(" · "),
	};
}
