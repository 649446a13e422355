import { Button, Modal, Select } from "@mantine/core";
import {
	IconArrowBackUp,
	IconArrowUpRight,
	IconCircle,
	IconCrop,
	IconMapPinExclamation,
	IconPencil,
	IconRotate,
	IconRotateClockwise,
} from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useKeys } from "../../../app/keys/keys.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useStandard } from "../../../app/use-standard.ts";
import { useTexts } from "../../../i18n/language.ts";
import { photoEditTexts } from "../../../i18n/texts/photo-edit.ts";
import type { MadePicture } from "../picture/make-picture.ts";
import { burn } from "./burn.ts";
import { EditStage } from "./EditStage.tsx";
import classes from "./edit.module.css";
import { type Tool, tools, useEdits } from "./use-edits.ts";

export type PhotoEditorProps = {
	/** Where the photo comes from; asked once. */
	load: () => Promise<Blob>;
	/** Only faults such items can have are offered. */
	category?: string | undefined;
	/** Stores the edited picture beside the photo. A rejection keeps the edits on the screen. */
	onSave: (picture: MadePicture) => Promise<unknown>;
	onClose: () => void;
};

const icons = {
	fault: IconMapPinExclamation,
	arrow: IconArrowUpRight,
	ring: IconCircle,
	pen: IconPencil,
	cut: IconCrop,
} as const satisfies Record<Tool, unknown>;

/** Turn, cut, draw, name a fault. The photo itself stays as it was taken; what is made here is stored beside it. */
export function PhotoEditor(props: PhotoEditorProps) {
	const t = useTexts(photoEditTexts);
	return (
		<Modal
			opened
			onClose={props.onClose}
			title={t("title")}
			size="min(76rem, 96vw)"
			classNames={{ body: classes.body ?? "" }}
		>
			<Editing {...props} />
		</Modal>
	);
}

function Editing({ load, category, onSave, onClose }: PhotoEditorProps) {
	const t = useTexts(photoEditTexts);
	const standard = useStandard();
	const flaws = (standard?.standard.vocab.flaws ?? [])
		.filter((flaw) => category === undefined || flaw.categories.some((each) => each === category))
		.map((flaw) => standard?.name(flaw.name) ?? "");
	const desk = useEdits("");
	const [picture, setPicture] = useState<ImageBitmap>();
	const [failure, setFailure] = useState<unknown>();
	const [busy, setBusy] = useState(false);

	useEffect(() => {
		let over = false;
		let opened: ImageBitmap | undefined;
		load()
			.then((blob) => createImageBitmap(blob))
			.then((made) => {
				if (over) return made.close();
				opened = made;
				setPicture(made);
			})
			.catch((thrown: unknown) => !over && setFailure(thrown));
		return () => {
			over = true;
			opened?.close();
		};
	}, []);

	const save = async () => {
		if (!picture || !desk.changed || busy) return;
		setBusy(true);
		setFailure(undefined);
		try {
			await onSave(await burn(picture, desk.edits));
			onClose();
		} catch (thrown) {
			setFailure(thrown);
			setBusy(false);
		}
	};
	useKeys(
		[
			...tools.map((tool, at) => ({ key: String(at + 1), label: t(tool), run: () => desk.choose(tool) })),
			{ key: "L", label: t("turn-left"), run: () => desk.turn("left") },
			{ key: "R", label: t("turn-right"), run: () => desk.turn("right") },
			{ key: "Z", label: t("undo"), run: desk.undo, disabled: !desk.changed },
			{ key: "Ctrl+Enter", label: t("save"), run: () => void save(), disabled: !desk.changed || busy },
		],
		"modal",
	);
	return (
		<>
			<div className={classes.bar} role="toolbar" aria-label={t("tools")}>
				{tools.map((tool, at) => {
					const Icon = icons[tool];
					return (
						<button key={tool} type="button" aria-pressed={desk.tool === tool} onClick={() => desk.choose(tool)}>
							<Icon size={22} stroke={1.8} aria-hidden />
							<span>{t(tool)}</span>
							<kbd>{at + 1}</kbd>
						</button>
					);
				})}
				<span className={classes.gap} />
				<button type="button" onClick={() => desk.turn("left")}>
					<IconRotate size={22} stroke={1.8} aria-hidden />
					<span>{t("turn-left")}</span>
					<kbd>L</kbd>
				</button>
				<button type="button" onClick={() => desk.turn("right")}>
					<IconRotateClockwise size={22} stroke={1.8} aria-hidden />
					<span>{t("turn-right")}</span>
					<kbd>R</kbd>
				</button>
				<button type="button" disabled={!desk.changed} onClick={desk.undo}>
					<IconArrowBackUp size={22} stroke={1.8} aria-hidden />
					<span>{t("undo")}</span>
					<kbd>Z</kbd>
				</button>
			</div>
			<div className={classes.ground}>
				{picture ? <EditStage picture={picture} desk={desk} /> : failure === undefined && <Loading shape="page" />}
			</div>
			<div className={classes.foot}>
				{desk.tool === "fault" ? (
					<Select
						className={classes.words}
						aria-label={t("fault-name")}
						placeholder={t("fault-name")}
						data={[...new Set(flaws)]}
						value={desk.words === "" ? null : desk.words}
						clearable
						comboboxProps={{ position: "top-start" }}
						onChange={(words) => desk.setWords(words ?? "")}
					/>
				) : null}
				<p className={classes.hint}>{t(`${desk.tool}-hint`)}</p>
				<Button variant="default" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button loading={busy} disabled={!desk.changed || !picture} onClick={() => void save()}>
					{t("save")}
				</Button>
			</div>
			{failure !== undefined && <Failed inline error={failure} />}
		</>
	);
}
