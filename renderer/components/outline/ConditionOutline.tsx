import { ActionIcon, Popover } from "@mantine/core";
import { IconCamera, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Zone } from "../../../domain/standard/vocab.ts";
import { useTexts } from "../../i18n/language.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import { type OutlineName, viewsOf } from "./drawings.ts";
import { OutlineView } from "./OutlineView.tsx";
import classes from "./outline.module.css";

export type OutlineMark = { id: string; zone: string; flaw: string; pieceId?: string };
export type OutlinePiece = {
	id: string;
	/** 左 / 右. */
	label: string;
	/** Drawn the other way round (a left shoe). */
	mirrored?: boolean;
};

export type ConditionOutlineProps = {
	outline: OutlineName;
	/** The standard's zones; those of other outlines are left out here. */
	zones: readonly Zone[];
	/** A word in the running language for a zone's or flaw's name. */
	nameOf: (name: Zone["name"]) => string;
	/** The flaws that fit the item's category. */
	flaws: readonly { code: string; name: Zone["name"] }[];
	marks: readonly OutlineMark[];
	/** Left out: the outline is only shown. */
	onAdd?: (mark: Omit<OutlineMark, "id">) => void;
	onRemove?: (mark: OutlineMark) => void;
	/** Photograph the marked place. */
	onPhoto?: (mark: OutlineMark) => void;
	/** The main pieces to draw apart, e.g. left and right shoe; left out: one drawing. */
	pieces?: readonly OutlinePiece[];
	/** Lists marks beside the drawing; default true. */
	list?: boolean;
};

type Picking = { zone: Zone; pieceId: string | undefined };

/** What is wrong and where: tap the drawing, choose the flaw. Every zone is also a button for the keyboard. */
export function ConditionOutline(props: ConditionOutlineProps) {
	const { outline, zones, nameOf, flaws, marks, onAdd, pieces = [], list = true } = props;
	const t = useTexts(photoTexts);
	const [picking, setPicking] = useState<Picking>();
	const mine = zones.filter((zone) => zone.outlines.includes(outline));
	const drawn: readonly (OutlinePiece | undefined)[] = pieces.length > 0 ? pieces : [undefined];

	return (
		<div className={classes.outline}>
			{onAdd && <p className={classes.hint}>{t("outline-hint")}</p>}
			{drawn.map((piece) => (
				<div key={piece?.id ?? "only"} className={classes.piece}>
					{piece && <strong className={classes.pieceName}>{piece.label}</strong>}
					{viewsOf(outline, mine).map((view) => (
						<figure key={view} className={classes.view}>
							<OutlineView
								outline={outline}
								view={view}
								zones={mine.filter((zone) => zone.view === view)}
								nameOf={nameOf}
								mirrored={piece?.mirrored ?? false}
								apart={drawn.length > 1}
								pins={marks.flatMap((mark, index) =>
									mark.pieceId === piece?.id ? [{ zone: mark.zone, number: index + 1 }] : [],
								)}
								{...(onAdd ? { onPick: (zone: Zone) => setPicking({ zone, pieceId: piece?.id }) } : {})}
								picked={picking?.pieceId === piece?.id ? picking?.zone.code : undefined}
								popover={(target, zone) => (
									<Popover
										opened={picking?.zone.code === zone.code && picking.pieceId === piece?.id}
										onChange={(open) => !open && setPicking(undefined)}
										trapFocus
										returnFocus
										withArrow
										position="bottom"
										width={320}
									>
										<Popover.Target>{target}</Popover.Target>
										<Popover.Dropdown>
											<p className={classes.pickTitle}>{t("outline-pick", { zone: nameOf(zone.name) })}</p>
											<div className={classes.flaws}>
												{flaws.map((flaw) => (
													<button
														key={flaw.code}
														type="button"
														onClick={() => {
															onAdd?.({ zone: zone.code, flaw: flaw.code, ...(piece ? { pieceId: piece.id } : {}) });
															setPicking(undefined);
														}}
													>
														{nameOf(flaw.name)}
													</button>
												))}
											</div>
										</Popover.Dropdown>
									</Popover>
								)}
							/>
							<figcaption>{t(`view-${view}`)}</figcaption>
						</figure>
					))}
				</div>
			))}
			{list && <MarkList {...props} />}
		</div>
	);
}

function MarkList({ zones, flaws, marks, nameOf, pieces, onRemove, onPhoto }: ConditionOutlineProps) {
	const t = useTexts(photoTexts);
	if (marks.length === 0) return <p className={classes.none}>{t("outline-none")}</p>;
	const word = (words: readonly { code: string; name: Zone["name"] }[], code: string) => {
		const found = words.find((each) => each.code === code);
		return found ? nameOf(found.name) : code;
	};
	return (
		<ol className={classes.marks} aria-label={t("outline-marks")}>
			{marks.map((mark, index) => (
				<li key={mark.id}>
					<b className={classes.pinNumber}>{index + 1}</b>
					<span>
						{pieces?.find((piece) => piece.id === mark.pieceId)?.label} {word(zones, mark.zone)} ·{" "}
						<strong>{word(flaws, mark.flaw)}</strong>
					</span>
					{onPhoto && (
						<ActionIcon
							variant="subtle"
							color="gray"
							aria-label={t("outline-photo", { number: index + 1 })}
							onClick={() => onPhoto(mark)}
						>
							<IconCamera size={18} stroke={1.7} />
						</ActionIcon>
					)}
					{onRemove && (
						<ActionIcon
							variant="subtle"
							color="gray"
							aria-label={t("outline-remove", { number: index + 1 })}
							onClick={() => onRemove(mark)}
						>
							<IconX size={18} stroke={1.7} />
						</ActionIcon>
					)}
				</li>
			))}
		</ol>
	);
}
