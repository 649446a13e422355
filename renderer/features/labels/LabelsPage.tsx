import { Badge, Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { type LabelKind, type LayoutSize, labelKinds, layoutSizes } from "../../../preload/contract/label-layout.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useMay } from "../../app/workstation.ts";
import { useTexts } from "../../i18n/language.ts";
import { labelsTexts } from "../../i18n/texts/labels.ts";
import { Editor } from "./edit/Editor.tsx";
import classes from "./labels.module.css";

/** Labels as this workshop wants them: choose kind and size, then edit. */
export function LabelsPage() {
	const t = useTexts(labelsTexts);
	const navigate = useNavigate();
	const mayEdit = useMay("manager");
	const [kind, setKind] = useState<LabelKind>("piece");
	const [size, setSize] = useState<LayoutSize>("60x40");
	const read = useQueryCall("labels.read", { kind, size });
	return (
		<div className={classes.page}>
			<header className={classes.head}>
				<h1>
					{t("title")} {read.data?.changed && <Badge variant="light">{t("changed")}</Badge>}
				</h1>
				<SegmentedControl
					aria-label={t("kind")}
					value={kind}
					onChange={(value) => setKind(value as LabelKind)}
					data={labelKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
				/>
				<SegmentedControl
					aria-label={t("size")}
					value={size}
					onChange={(value) => setSize(value as LayoutSize)}
					data={layoutSizes.map((value) => ({ value, label: `${value.replace("x", "×")} mm` }))}
				/>
				<span className={classes.space} />
				<Button variant="default" onClick={() => void navigate("/printing")}>
					{t("back")}
				</Button>
			</header>
			{read.error ? (
				<Failed error={read.error} onRetry={() => void read.refetch()} />
			) : read.data ? (
				<Editor key={`${kind}-${size}`} first={read.data.layout} changed={read.data.changed} mayEdit={mayEdit} />
			) : (
				<Loading shape="rows" />
			)}
		</div>
	);
}
