import { Button, Modal } from "@mantine/core";
import { IconArrowsLeftRight } from "@tabler/icons-react";
import { useState } from "react";
import { CompareSlider } from "../../components/photo/CompareSlider.tsx";
import { PhotoStrip } from "../../components/photo/PhotoStrip.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { itemTexts } from "../../i18n/texts/item.ts";
import classes from "./item-page.module.css";
import type { ItemRecord } from "./words.ts";

type Photos = ItemRecord["photos"];

/** Every picture ever taken of it; any two can be laid over each other. */
export function PhotosBox({ photos }: { photos: Photos }) {
	const t = useTexts(itemTexts);
	const format = useFormat();
	const [picking, setPicking] = useState(false);
	const [first, setFirst] = useState<string>();
	const [pair, setPair] = useState<{ before: string; after: string }>();
	const label = (handle: string) => {
		const photo = photos.find((each) => each.handle === handle);
		return photo ? format.dateTime(photo.at) : "";
	};
	const pick = (handle: string) => {
		if (first === undefined || first === handle) return setFirst(handle);
		const [before = first, after = handle] = [first, handle].sort(
			(a, b) => photos.findIndex((p) => p.handle === b) - photos.findIndex((p) => p.handle === a),
		);
		setPair({ before, after });
		setFirst(undefined);
		setPicking(false);
	};
	return (
		<section className={classes.box} aria-label={t("photos")}>
			<h2>
				{t("photos")} <span>{photos.length}</span>
				{photos.length > 1 && (
					<Button
						variant={picking ? "light" : "subtle"}
						size="compact-sm"
						leftSection={<IconArrowsLeftRight size={16} />}
						onClick={() => {
							setPicking(!picking);
							setFirst(undefined);
						}}
					>
						{picking ? t("compare-hint") : t("compare")}
					</Button>
				)}
			</h2>
			{photos.length === 0 ? (
				<p className={classes.empty}>{t("photos-none")}</p>
			) : (
				<PhotoStrip
					photos={photos.map(({ handle, originals }) => ({
						handle,
						originals,
						label: `${handle === first ? "✓ " : ""}${label(handle)}`,
					}))}
					{...(picking ? { onOpen: ({ handle }: { handle: string }) => pick(handle) } : {})}
				/>
			)}
			<Modal opened={pair !== undefined} onClose={() => setPair(undefined)} title={t("compare")} size="xl">
				{pair && <CompareSlider {...pair} beforeLabel={label(pair.before)} afterLabel={label(pair.after)} />}
			</Modal>
		</section>
	);
}
