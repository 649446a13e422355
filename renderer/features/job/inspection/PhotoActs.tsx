import { Button } from "@mantine/core";
import { IconPencil, IconPhoto } from "@tabler/icons-react";
import { useState } from "react";
import type { JobPage } from "../../../../preload/contract/job.ts";
import { PhotoEditor } from "../../../components/photo/edit/PhotoEditor.tsx";
import { fetchPhoto, keepEdited } from "../../../components/photo/shot/edited.ts";
import type { ShotSink } from "../../../components/photo/shot/use-shots.ts";
import { useTexts } from "../../../i18n/language.ts";
import { photoTexts } from "../../../i18n/texts/photo.ts";

type Props = {
	photo: JobPage["photos"][number];
	category: string;
	/** The photo as it was taken is on the stage. */
	raw: boolean;
	onRaw: (raw: boolean) => void;
	/** Where an edited picture goes; undefined: this one is not to be edited now. */
	sink: ShotSink | undefined;
};

/** What can be done with the photo on the stage: see it as it was taken, turn, cut or draw on it. */
export function PhotoActs({ photo, category, raw, onRaw, sink }: Props) {
	const t = useTexts(photoTexts);
	const [editing, setEditing] = useState<string>();
	return (
		<>
			{photo.originals.length > 0 && (
				<Button
					variant={raw ? "light" : "default"}
					aria-pressed={raw}
					leftSection={<IconPhoto size={18} stroke={1.7} />}
					onClick={() => onRaw(!raw)}
				>
					{t("original")}
				</Button>
			)}
			{sink && (
				<Button
					variant="default"
					leftSection={<IconPencil size={18} stroke={1.7} />}
					onClick={() => setEditing(photo.handle)}
				>
					{t("edit")}
				</Button>
			)}
			{sink && editing !== undefined && (
				<PhotoEditor
					load={() => fetchPhoto(editing)}
					category={category}
					onSave={(picture) => keepEdited(editing, picture, sink)}
					onClose={() => setEditing(undefined)}
				/>
			)}
		</>
	);
}
