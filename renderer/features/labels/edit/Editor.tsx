import { Button, SegmentedControl } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { LabelLayout } from "../../../../preload/contract/label-layout.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../../app/use-calls.ts";
import { ConfirmButton } from "../../../components/act/ConfirmButton.tsx";
import { say } from "../../../components/act/undo.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { sentenceFor } from "../../../i18n/sentence.ts";
import { labelsTexts } from "../../../i18n/texts/labels.ts";
import classes from "../labels.module.css";
import { AddElement } from "./AddElement.tsx";
import { Fields } from "./Fields.tsx";
import { useLayoutHistory } from "./history.ts";
import { elementName } from "./names.ts";
import { Stage } from "./Stage.tsx";

type Props = { first: LabelLayout; changed: boolean; mayEdit: boolean };

/** One layout: the picture to take hold of, the list, the numbers, and what is wrong with it. */
export function Editor({ first, changed, mayEdit }: Props) {
	const t = useTexts(labelsTexts);
	const language = useLanguage();
	const edit = useLayoutHistory(first);
	const [sample, setSample] = useState<"usual" | "long">("usual");
	const [failed, setFailed] = useState<unknown>();
	const save = useCommand("labels.save");
	const reset = useCommand("labels.reset");
	const { layout, selected } = edit;
	const [drawn] = useDebouncedValue(layout, 120);
	const preview = useQueryCall("labels.preview", { layout: drawn, sample }, { keepPrevious: true, watch: [] });
	const problems = preview.data?.problems ?? [];
	const wrong = new Set(problems.flatMap(({ at }) => (at === null ? [] : [at])));
	const mayUndo = mayEdit && edit.canUndo;
	const mayRedo = mayEdit && edit.canRedo;
	const store = () => save.mutate({ layout }, { onSuccess: () => say(t("saved")) });
	useKeys([
		{ key: "Ctrl+S", label: t("save"), run: store, bar: true, disabled: !mayEdit || problems.length > 0 },
		{ key: "Ctrl+Z", label: t("undo"), run: edit.undo, bar: true, disabled: !mayUndo },
		{ key: "Ctrl+Y", label: t("redo"), run: edit.redo, disabled: !mayRedo },
	]);
	const wordsOf = (reason: string, at: number | null) =>
		sentenceFor(
			{ code: "invalid-input", reason: reason as "labels.outside", details: { place: (at ?? 0) + 1 } },
			language,
		);
	const failure = save.error ?? reset.error ?? failed;
	return (
		<div className={classes.editor}>
			<section className={classes.left}>
				<SegmentedControl
					aria-label={t("sample")}
					value={sample}
					onChange={(value) => setSample(value as "usual" | "long")}
					data={(["usual", "long"] as const).map((value) => ({ value, label: t(`sample_${value}`) }))}
				/>
				<Stage edit={edit} handle={preview.data?.handle ?? null} wrong={wrong} />
				<p className={classes.keys}>{t("keys")}</p>
				<ul className={classes.problems} aria-live="polite">
					{preview.data && problems.length === 0 && (
						<li>
							<Meaning meaning="done">{t("fine")}</Meaning>
						</li>
					)}
					{problems.map(({ at, reason }) => (
						<li key={`${at}-${reason}`}>
							<Meaning meaning="overdue">{wordsOf(reason, at).what}</Meaning> {wordsOf(reason, at).next}
						</li>
					))}
				</ul>
			</section>
			<section className={classes.right}>
				<h2>{t("elements")}</h2>
				<ol className={classes.elements}>
					{layout.elements.map((element, at) => (
						<li key={at}>
							<button
								type="button"
								aria-current={at === selected || undefined}
								data-wrong={wrong.has(at) || undefined}
								onClick={() => edit.select(at)}
							>
								<span>{at + 1}</span> {elementName(t, element)}
							</button>
						</li>
					))}
				</ol>
				<div className={classes.acts}>
					<AddElement onAdd={edit.add} onFailed={setFailed} />
					<Button variant="default" disabled={layout.elements.length < 2} onClick={() => edit.remove(selected)}>
						{t("remove")}
					</Button>
					<Button variant="default" disabled={!mayUndo} onClick={edit.undo}>
						{t("undo")}
					</Button>
					<Button variant="default" disabled={!mayRedo} onClick={edit.redo}>
						{t("redo")}
					</Button>
				</div>
				<Fields edit={edit} />
				{failure !== undefined && failure !== null && <Failed error={failure} inline />}
				{mayEdit && (
					<div className={classes.acts}>
						<Button disabled={problems.length > 0} loading={save.isPending} onClick={store}>
							{t("save")}
						</Button>
						{(changed || edit.canUndo) && (
							<ConfirmButton
								variant="default"
								question={t("reset-ask")}
								onConfirm={() =>
									reset.mutate(
										{ kind: layout.kind, size: layout.size },
										{
											onSuccess: (answer) => {
												edit.replace(answer.layout);
												say(t("reset-done"));
											},
										},
									)
								}
							>
								{t("reset")}
							</ConfirmButton>
						)}
					</div>
				)}
			</section>
		</div>
	);
}
