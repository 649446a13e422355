import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import { Field } from "../../../components/input/EnterForm.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import { togglePiece } from "../draft/edit.ts";
import pick from "../pick/pick.module.css";
import classes from "./item.module.css";

type Props = {
	item: ItemDraft;
	/** Pieces the known item has on record. */
	known: readonly { id: string; kind: string }[];
	change: (change: (item: ItemDraft) => ItemDraft) => void;
};

/** What was handed in, each a label of its own: the usual pieces are there, a tap takes one along or out. */
export function PiecesPart({ item, known, change }: Props) {
	const t = useTexts(intakeTexts);
	const { standard, missing } = useIntake();
	const id = `item.${item.key}.pieces`;
	const ofKind = standard.itemKinds.get(item.kind)?.pieces.map((piece) => piece.kind) ?? [];
	const kinds = [...new Set([...ofKind, ...known.map((piece) => piece.kind), ...item.pieces.map((p) => p.kind)])];
	return (
		<Field missing={missing.includes(id)} next={missing[0] === id}>
			<fieldset className={classes.pieces}>
				<legend>
					{t("pieces")} <small>{t("pieces-hint")}</small>
				</legend>
				<div className={pick.chips}>
					{kinds.map((kind, at) => {
						const here = item.pieces.some((piece) => piece.kind === kind);
						return (
							<button
								key={kind}
								type="button"
								aria-pressed={here}
								data-field-focus={at === 0 || undefined}
								className={pick.chip}
								data-chosen={here || undefined}
								onClick={() => change((now) => togglePiece(now, kind, known))}
							>
								{standard.name(standard.pieceKinds.get(kind)?.name) || kind}
							</button>
						);
					})}
				</div>
			</fieldset>
		</Field>
	);
}
