import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import type { ItemDraft, MarkDraft } from "../../../../preload/contract/intake-draft.ts";
import { ConditionOutline } from "../../../components/outline/ConditionOutline.tsx";
import { PhotoCapture } from "../../../components/photo/PhotoCapture.tsx";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import { nextKey } from "../draft/edit.ts";
import classes from "./item.module.css";

type Props = { item: ItemDraft; change: (change: (item: ItemDraft) => ItemDraft) => void };

/** What is wrong with it already, tapped on its outline together with the customer; each place may have a picture. */
export function ConditionPanel({ item, change }: Props) {
	const t = useTexts(intakeTexts);
	const { standard, ticket } = useIntake();
	const [shooting, setShooting] = useState<string>();
	const kind = standard.itemKinds.get(item.kind);
	if (!kind) return null;
	const { vocab } = standard.standard;
	const pair = item.pieces.filter((piece) => piece.kind === "left" || piece.kind === "right");
	const setMarks = (make: (marks: readonly MarkDraft[]) => MarkDraft[]) =>
		change((now) => ({ ...now, condition: make(now.condition) }));
	const withPhotos = item.condition.filter((mark) => mark.photo !== null);
	const zoneName = (code: string) => standard.name(standard.zones.get(code)?.name);
	return (
		<div className={classes.panel}>
			<ConditionOutline
				outline={kind.outline}
				zones={vocab.zones}
				nameOf={(name) => standard.name(name)}
				flaws={vocab.flaws.filter((flaw) => flaw.categories.some((category) => category === item.category))}
				pieces={pair.map((piece) => ({
					id: piece.key,
					label: standard.name(standard.pieceKinds.get(piece.kind)?.short),
					mirrored: piece.kind === "left",
				}))}
				marks={item.condition.map(({ key, zone, flaw, piece }) => ({
					id: key,
					zone,
					flaw,
					...(piece === null ? {} : { pieceId: piece }),
				}))}
				onAdd={({ zone, flaw, pieceId }) =>
					setMarks((marks) => [
						...marks,
						{
							key: nextKey(
								"m",
								marks.map((mark) => mark.key),
							),
							zone,
							flaw,
							piece: pieceId ?? null,
							photo: null,
						},
					])
				}
				onRemove={({ id }) => setMarks((marks) => marks.filter((mark) => mark.key !== id))}
				onPhoto={({ id }) => setShooting(id)}
			/>
			{withPhotos.length > 0 && (
				<PhotoStrip
					size="sm"
					photos={withPhotos.map((mark) => ({ handle: mark.photo ?? "", label: zoneName(mark.zone) }))}
					onRemove={({ handle }) =>
						setMarks((marks) => marks.map((mark) => (mark.photo === handle ? { ...mark, photo: null } : mark)))
					}
				/>
			)}
			<Modal opened={shooting !== undefined} onClose={() => setShooting(undefined)} title={t("mark-photo")} size="lg">
				{shooting !== undefined && (
					<PhotoCapture
						layer="modal"
						what={zoneName(item.condition.find((mark) => mark.key === shooting)?.zone ?? "")}
						getTicket={() => ticket("condition")}
						onStored={(handle) => {
							setMarks((marks) => marks.map((mark) => (mark.key === shooting ? { ...mark, photo: handle } : mark)));
							setShooting(undefined);
						}}
					/>
				)}
				<Button mt="md" variant="default" onClick={() => setShooting(undefined)}>
					{t("mark-photo-done")}
				</Button>
			</Modal>
		</div>
	);
}
