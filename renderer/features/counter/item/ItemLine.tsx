import { IconCircleCheck, IconPencil } from "@tabler/icons-react";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import { Photo } from "../../../components/photo/PhotoStrip.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { componentTexts } from "../../../i18n/texts/components.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import { missingOfItem } from "../draft/missing.ts";
import { shownPhotos } from "../draft/photos.ts";
import classes from "./item.module.css";

type Props = { item: ItemDraft; number: number; name: string; onOpen: () => void };

/** An item of the drop-off folded to a line: picture, what it is, what is asked for, what is missing. */
export function ItemLine({ item, number, name, onOpen }: Props) {
	const t = useTexts(intakeTexts);
	const shared = useTexts(componentTexts);
	const { standard } = useIntake();
	const photo = shownPhotos(item.photos)[0]?.handle;
	const missing = missingOfItem(item).length;
	const services = item.services.map((code) => standard.name(standard.operations.get(code)?.name) || code);
	return (
		<button type="button" className={classes.line} onClick={onOpen}>
			<span className={classes.thumb}>{photo ? <Photo handle={photo} label={name} /> : number}</span>
			<span className={classes.lineText}>
				<strong>{name || t("item-new")}</strong>
				<span>{[item.words, ...services].filter(Boolean).join(" · ")}</span>
			</span>
			<span className={classes.linePieces}>
				{item.pieces.map((piece) => (
					<i key={piece.key}>{standard.name(standard.pieceKinds.get(piece.kind)?.short)}</i>
				))}
			</span>
			{missing > 0 ? (
				<span className={classes.lineMissing}>
					<IconPencil size={18} stroke={1.7} aria-hidden />
					{shared("missing")}
				</span>
			) : (
				<IconCircleCheck className={classes.lineDone} size={20} stroke={1.8} aria-hidden />
			)}
		</button>
	);
}
