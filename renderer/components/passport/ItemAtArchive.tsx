import { Button } from "@mantine/core";
import { useNavigate } from "react-router";
import { addresses } from "../../app/addresses.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { useMay } from "../../app/workstation.ts";
import { useTexts } from "../../i18n/language.ts";
import { passportTexts } from "../../i18n/texts/passport.ts";
import { Meaning } from "../text/Meaning.tsx";
import { useItemName } from "../text/use-item-name.ts";
import { nowMs } from "../text/use-now.ts";
import classes from "./passport.module.css";
import { Quiet } from "./Quiet.tsx";
import type { ItemRecord } from "./words.ts";
import { useAge } from "./words.ts";

/** An item's page is not asked about again while it stands open for a moment. */
const freshMs = 60_000;

/** Above an item's record: how it compares with the archive, and what only a person can decide about it. */
export function ItemAtArchive({ record }: { record: ItemRecord }) {
	const t = useTexts(passportTexts);
	const age = useAge();
	const { data } = useQueryCall("passport.ask", { itemId: record.item.itemId }, { watch: ["archive"], freshMs });
	if (data?.state === "off") return null;
	return (
		<>
			{!record.here && <Quiet meaning="neutral">{t("not-here")}</Quiet>}
			{data === undefined && <Quiet meaning="running">{t("asking")}</Quiet>}
			{data?.state === "stored" && <Quiet meaning="waiting">{age(data.answeredAt, nowMs())}</Quiet>}
			{data?.state === "unreachable" && <Quiet meaning="waiting">{t("unreachable-here")}</Quiet>}
			{data?.state === "fresh" && record.here && <Quiet meaning="done">{t("fresh")}</Quiet>}
			{record.double && <Double record={record} double={record.double} />}
		</>
	);
}

function Double({ record, double }: { record: ItemRecord; double: NonNullable<ItemRecord["double"]> }) {
	const t = useTexts(passportTexts);
	const nameOf = useItemName();
	const navigate = useNavigate();
	const merge = useCommand("passport.merge");
	const mayMerge = useMay("clerk");
	const { itemId, version } = record.item;
	return (
		<section className={classes.strip}>
			<div className={classes.double}>
				<Meaning meaning="due-soon">{t("double-title", { name: nameOf(double) })}</Meaning>
				<small>{t("double-what")}</small>
				{merge.error && <Failed inline error={merge.error} />}
			</div>
			<span className={classes.acts}>
				<Button variant="default" onClick={() => void navigate(addresses.item(double.itemId))}>
					{t("double-look")}
				</Button>
				{mayMerge && (
					<Button loading={merge.isPending} onClick={() => merge.mutate({ itemId, version, into: double.itemId })}>
						{t("double-merge")}
					</Button>
				)}
			</span>
		</section>
	);
}
