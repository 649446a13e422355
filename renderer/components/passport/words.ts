/** How the archive's answer is said: its age in words a clerk uses. */
import type { CallOutput } from "../../app/client.ts";
import { useTexts } from "../../i18n/language.ts";
import { passportTexts } from "../../i18n/texts/passport.ts";

export type Passport = CallOutput<"passport.ask">;
export type ItemRecord = CallOutput<"item.record">;

const hourMs = 3_600_000;

/** "…3 天前的档案": how old is what is shown, when the archive can't be asked. */
export function useAge(): (answeredAt: string | null, now: number) => string {
	const t = useTexts(passportTexts);
	return (answeredAt, now) => {
		const hours = answeredAt === null ? 0 : Math.floor((now - Date.parse(answeredAt)) / hourMs);
		if (hours < 1) return t("age-now");
		return hours < 24 ? t("age-hours", { count: hours }) : t("age-days", { count: Math.floor(hours / 24) });
	};
}
