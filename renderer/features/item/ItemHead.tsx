import { Button, Group } from "@mantine/core";
import { IconPackageImport, IconPencil, IconTag } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { addresses } from "../../app/addresses.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import type { StandardOnScreen } from "../../app/use-standard.ts";
import { useMay } from "../../app/workstation.ts";
import { say } from "../../components/act/undo.tsx";
import { Photo } from "../../components/photo/PhotoStrip.tsx";
import { Meaning } from "../../components/text/Meaning.tsx";
import { useItemName } from "../../components/text/use-item-name.ts";
import { useTexts } from "../../i18n/language.ts";
import { itemTexts } from "../../i18n/texts/item.ts";
import { CorrectDialog } from "./CorrectDialog.tsx";
import classes from "./item-page.module.css";
import { type ItemRecord, wordOf } from "./words.ts";

type Props = { record: ItemRecord; standard: StandardOnScreen };

/** Identity and how sure we are of it; the one act that matters: take it in, or go to the job that has it. */
export function ItemHead({ record, standard }: Props) {
	const t = useTexts(itemTexts);
	const nameOf = useItemName();
	const navigate = useNavigate();
	const mayReceive = useMay("clerk");
	const tag = useCommand("item.giveTag");
	const adopt = useCommand("passport.adopt");
	const label = useCommand("print.itemLabel");
	const [correcting, setCorrecting] = useState(false);
	const { item, openJobId, purchase, photos, mergedFrom } = record;
	const { vocab } = standard.standard;
	const certainty = purchase?.authenticity ?? "unknown";
	const act = async () => {
		// What only other workshops have on their books comes onto ours first.
		if (!record.here) await adopt.mutateAsync({ itemId: item.itemId });
		await navigate(openJobId ? addresses.job(openJobId) : `${addresses.intake()}?item=${item.itemId}`);
	};
	const receive = () => void act().catch(() => undefined);
	const failed = tag.error ?? label.error ?? adopt.error;
	useKeys(mayReceive && !openJobId ? [{ key: "F2", label: t("receive"), run: receive, bar: true }] : []);
	const print = async () => {
		const { itemId, version } = item;
		await tag.mutateAsync({ itemId, version });
		const { printer } = await label.mutateAsync({ itemId });
		say(t("label-sent", { printer }));
	};
	return (
		<header className={classes.head}>
			<span className={classes.picture}>
				{photos[0] ? (
					<Photo handle={photos[0].handle} label={nameOf(item)} />
				) : (
					standard.name(standard.itemKinds.get(item.kind)?.name).slice(0, 1)
				)}
			</span>
			<div className={classes.identity}>
				<h1>{nameOf(item)}</h1>
				<p>
					{[item.style, ...item.materials.map((code) => wordOf(standard, standard.materials, code))]
						.filter(Boolean)
						.join(" · ")}
					<Meaning meaning={certainty === "held" ? "waiting" : certainty === "unknown" ? "neutral" : "done"} size="sm">
						{wordOf(standard, vocab.authenticity, certainty)}
					</Meaning>
				</p>
				{mergedFrom && <small>{t("merged-from")}</small>}
				{failed && <Failed inline error={failed} />}
			</div>
			<Group gap="xs">
				<Button
					variant="default"
					disabled={!record.here}
					leftSection={<IconTag size={18} />}
					loading={tag.isPending || label.isPending}
					// What went wrong is shown beside the name.
					onClick={() => void print().catch(() => undefined)}
				>
					{t("label")}
				</Button>
				<Button
					variant="default"
					disabled={!record.here}
					leftSection={<IconPencil size={18} />}
					onClick={() => setCorrecting(true)}
				>
					{t("correct")}
				</Button>
				{(openJobId || mayReceive) && (
					<Button
						size="md"
						leftSection={<IconPackageImport size={20} stroke={1.8} />}
						rightSection={openJobId ? undefined : <kbd className={classes.key}>F2</kbd>}
						onClick={receive}
						loading={adopt.isPending}
					>
						{openJobId ? t("open-job") : t("receive")}
					</Button>
				)}
			</Group>
			{correcting && <CorrectDialog record={record} standard={standard} onClose={() => setCorrecting(false)} />}
		</header>
	);
}
