/** The camera as a scanner: a live picture over whatever is on screen, opened by a key or a button anywhere. Mounted once by Root. */
import { ActionIcon, Modal, Switch, Tooltip } from "@mantine/core";
import { IconBulb, IconBulbOff } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useKeys } from "../../../app/keys/keys.ts";
import { CameraView } from "../../../components/photo/camera/CameraView.tsx";
import { useCamera } from "../../../components/photo/camera/use-camera.ts";
import { useTexts } from "../../../i18n/language.ts";
import { cameraScanTexts } from "../../../i18n/texts/camera-scan.ts";
import { publishScan } from "../../../scan/bus.ts";
import { keepsCameraOpen, saveKeepsCameraOpen } from "../../../scan/camera/keep-open.ts";
import { closeCameraScan, openCameraScan, useCameraScanOpen } from "../../../scan/camera/open.ts";
import { readCodes } from "../../../scan/camera/reader.ts";
import { aim } from "../../../scan/camera/region.ts";
import { CameraPick } from "./CameraPick.tsx";
import classes from "./camera-scan.module.css";
import { LastScan } from "./LastScan.tsx";
import { useTorch } from "./torch.ts";

export function CameraScan() {
	const t = useTexts(cameraScanTexts);
	const open = useCameraScanOpen();
	useKeys([{ key: "Alt+C", label: t("open"), run: open ? closeCameraScan : openCameraScan }], "modal");
	return (
		<Modal opened={open} onClose={closeCameraScan} title={t("title")} size="lg" zIndex={320}>
			{open && <LiveScan />}
		</Modal>
	);
}

function LiveScan() {
	const t = useTexts(cameraScanTexts);
	const video = useRef<HTMLVideoElement>(null);
	const camera = useCamera(true);
	const torch = useTorch(camera.stream);
	const [keepOpen, setKeepOpen] = useState(keepsCameraOpen);
	const [read, setRead] = useState(0);
	const onReading = useEffectEvent((text: string) => {
		setRead((count) => count + 1);
		// Closed first: what the code opens must not come up behind the picture.
		if (!keepOpen) closeCameraScan();
		void publishScan({ text, source: "camera" });
	});
	useEffect(() => {
		const element = video.current;
		if (!element || !camera.stream) return;
		element.srcObject = camera.stream;
		const stop = readCodes(element, ({ text }) => onReading(text));
		return () => {
			stop();
			element.srcObject = null;
		};
	}, [camera.stream]);
	const change = (on: boolean) => {
		setKeepOpen(on);
		saveKeepsCameraOpen(on);
	};
	return (
		<div className={classes.scan}>
			<div className={classes.picture}>
				<CameraView camera={camera} video={video} flash={read} dropping={false} overlayUrl={undefined} />
				{camera.stream && (
					<div
						className={classes.aim}
						style={{ inset: `${(50 - aim.height * 50).toFixed(0)}% ${(50 - aim.width * 50).toFixed(0)}%` }}
						aria-hidden
					/>
				)}
			</div>
			<p className={classes.hint}>{t("hint")}</p>
			{keepOpen && read > 0 && <LastScan />}
			<div className={classes.controls}>
				<CameraPick camera={camera} />
				{torch && (
					<Tooltip label={t(torch.on ? "torch-off" : "torch-on")}>
						<ActionIcon
							variant="default"
							size="lg"
							aria-label={t(torch.on ? "torch-off" : "torch-on")}
							onClick={() => torch.set(!torch.on)}
						>
							{torch.on ? <IconBulbOff size={20} stroke={1.7} /> : <IconBulb size={20} stroke={1.7} />}
						</ActionIcon>
					</Tooltip>
				)}
				<Switch
					className={classes.keep}
					label={t("keep-open")}
					checked={keepOpen}
					onChange={(event) => change(event.currentTarget.checked)}
				/>
			</div>
		</div>
	);
}
