import { ActionIcon } from "@mantine/core";
import { IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import classes from "./paper.module.css";
import { openPaper, type Paper } from "./pdf.ts";

export type PdfPreviewProps = {
	/** Address of the PDF: `mediaUrl(handle)`. */
	url: string;
	/** What paper it is, for screen readers: 维修单. */
	label: string;
	/** Width of a page at first, px; default 520. */
	width?: number;
};

const zoomStep = 1.25;

/** A paper as it will come out, all pages under each other, with zoom. */
export function PdfPreview({ url, label, width = 520 }: PdfPreviewProps) {
	const t = useTexts(componentTexts);
	const [paper, setPaper] = useState<Paper | "failed">();
	const [zoom, setZoom] = useState(1);
	useEffect(() => {
		let over = false;
		let opened: Paper | undefined;
		setPaper(undefined);
		openPaper(url).then(
			(now) => {
				opened = now;
				if (over) now.close();
				else setPaper(now);
			},
			() => !over && setPaper("failed"),
		);
		return () => {
			over = true;
			opened?.close();
		};
	}, [url]);
	const pages = paper !== undefined && paper !== "failed" ? Array.from({ length: paper.pages }, (_, at) => at + 1) : [];
	return (
		<section className={classes.preview} aria-label={label}>
			<div className={classes.tools}>
				<ActionIcon
					variant="default"
					aria-label={t("zoom-out")}
					onClick={() => setZoom((now) => Math.max(0.5, now / zoomStep))}
				>
					<IconZoomOut size={18} stroke={1.7} />
				</ActionIcon>
				<ActionIcon
					variant="default"
					aria-label={t("zoom-in")}
					onClick={() => setZoom((now) => Math.min(3, now * zoomStep))}
				>
					<IconZoomIn size={18} stroke={1.7} />
				</ActionIcon>
			</div>
			{paper === undefined && (
				<div className={classes.blank} style={{ width, aspectRatio: "148 / 210" }} role="status">
					{t("paper-loading")}
				</div>
			)}
			{paper === "failed" && (
				<div className={classes.blank} style={{ width, aspectRatio: "148 / 60" }} role="alert">
					{t("paper-failed")}
				</div>
			)}
			{paper !== undefined &&
				paper !== "failed" &&
				pages.map((page) => (
					<Page
						key={page}
						paper={paper}
						page={page}
						width={Math.round(width * zoom)}
						label={`${label} · ${t("page-of", { page, count: paper.pages })}`}
					/>
				))}
		</section>
	);
}

function Page({ paper, page, width, label }: { paper: Paper; page: number; width: number; label: string }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useEffect(() => {
		// A render under way must end before the canvas can be drawn again, so each size gets its own round.
		let over = false;
		const fresh = document.createElement("canvas");
		void paper.draw(page, fresh, width).then(() => {
			const shown = canvas.current;
			if (over || !shown) return;
			shown.width = fresh.width;
			shown.height = fresh.height;
			shown.getContext("2d")?.drawImage(fresh, 0, 0);
		});
		return () => {
			over = true;
		};
	}, [paper, page, width]);
	return <canvas ref={canvas} className={classes.page} style={{ width }} role="img" aria-label={label} />;
}
