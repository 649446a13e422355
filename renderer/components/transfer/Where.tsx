import { Button } from "@mantine/core";
import { IconTruckDelivery } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { Whereabouts } from "../../../preload/contract/job-views.ts";
import { addresses } from "../../app/addresses.ts";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { transferTexts } from "../../i18n/texts/transfer.ts";
import { Meaning } from "../text/Meaning.tsx";
import classes from "./where.module.css";

/** What staff call a workshop: 静安店 of 沿条维修中心（静安店）. */
const shortName = (name: string) => /[（(]([^（()）]+)[)）]\s*$/.exec(name)?.[1] ?? name;

/** Where a job is when it is not here: on its way, or at another workshop. In words, for lists. */
export function useWhereWords(): (where: Whereabouts) => string {
	const t = useTexts(transferTexts);
	const named = (name: string) => shortName(name) || t("unnamed");
	return ({ kind, direction, from, to }) => {
		if (kind === "elsewhere") return t("where-elsewhere", { to: named(to.name) });
		if (direction === "coming") return t("where-coming", { from: named(from.name) });
		return t("where-under-way", { to: named(to.name) });
	};
}

/** The same as a mark in a list; nothing when it is here. */
export function Where({ where, look = "chip" }: { where: Whereabouts | null; look?: "chip" | "plain" }) {
	const wordsOf = useWhereWords();
	if (!where) return null;
	return (
		<Meaning meaning={where.kind === "elsewhere" ? "paused" : "waiting"} look={look} size="sm">
			{wordsOf(where)}
		</Meaning>
	);
}

/** Over a page about a job that is away: where it is, what that means, and the parcel. */
export function WhereBanner({ where, nowAt }: { where: Whereabouts; nowAt: string }) {
	const t = useTexts(transferTexts);
	const format = useFormat();
	const navigate = useNavigate();
	const { kind, direction, from, to } = where;
	const names = {
		from: from.name || t("unnamed"),
		to: to.name || t("unnamed"),
		since: format.when(where.since, nowAt),
	};
	const key = kind === "elsewhere" ? "banner-elsewhere" : direction === "coming" ? "banner-coming" : "banner-under-way";
	return (
		<section className={classes.banner} role="status">
			<IconTruckDelivery size={24} stroke={1.7} aria-hidden />
			<span>{t(key, names)}</span>
			<Button size="compact-sm" variant="default" onClick={() => void navigate(addresses.parcel(where.parcelId))}>
				{t("see-parcel")}
			</Button>
		</section>
	);
}
