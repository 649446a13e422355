import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import { PhotoCapture } from "../../../components/photo/PhotoCapture.tsx";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { keepEdited } from "../../../components/photo/shot/edited.ts";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import { shownPhotos, withoutPhoto, withPhoto } from "../draft/photos.ts";
import classes from "./item.module.css";

type Props = { item: ItemDraft; change: (change: (item: ItemDraft) => ItemDraft) => void };

const whole = "";

/** Pictures of the item as it came: the whole, or one piece. */
export function PhotosPanel({ item, change }: Props) {
	const t = useTexts(intakeTexts);
	const { standard, ticket } = useIntake();
	const [piece, setPiece] = useState<string>(whole);
	const nameOf = (key: string | null) => {
		const kind = item.pieces.find((each) => each.key === key)?.kind;
		return kind === undefined ? t("photo-whole") : standard.name(standard.pieceKinds.get(kind)?.name) || kind;
	};
	return (
		<div className={classes.panel}>
			{item.pieces.length > 1 && (
				<SegmentedControl
					aria-label={t("photo-of")}
					value={item.pieces.some((each) => each.key === piece) ? piece : whole}
					onChange={setPiece}
					data={[
						{ value: whole, label: t("photo-whole") },
						...item.pieces.map((each) => ({ value: each.key, label: nameOf(each.key) })),
					]}
				/>
			)}
			<div className={classes.shoot}>
				<PhotoCapture
					what={nameOf(piece)}
					category={item.category}
					getTicket={() => ticket("before")}
					onStored={(handle, insteadOf) =>
						change((now) => ({
							...now,
							photos: withPhoto(now.photos, { handle, piece: piece === whole ? null : piece }, insteadOf),
						}))
					}
				/>
				{item.photos.length > 0 && (
					<PhotoStrip
						category={item.category}
						photos={shownPhotos(item.photos).map(({ handle, piece: of, originals }) => ({
							handle,
							label: nameOf(of),
							originals,
						}))}
						onRemove={({ handle }) => change((now) => ({ ...now, photos: withoutPhoto(now.photos, handle) }))}
						onEdited={({ handle }, picture) =>
							keepEdited(handle, picture, {
								getTicket: () => ticket("before"),
								onStored: (made, insteadOf) =>
									change((now) => ({
										...now,
										photos: withPhoto(now.photos, { handle: made, piece: null }, insteadOf),
									})),
							})
						}
					/>
				)}
			</div>
		</div>
	);
}
