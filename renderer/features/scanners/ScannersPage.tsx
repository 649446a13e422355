import { Button } from "@mantine/core";
import { IconBarcode, IconCamera } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { cameraScanTexts } from "../../i18n/texts/camera-scan.ts";
import { pairingTexts } from "../../i18n/texts/pairing.ts";
import { soundTexts } from "../../i18n/texts/sounds.ts";
import { openCameraScan } from "../../scan/camera/open.ts";
import { PairingDialog } from "./pairing/PairingDialog.tsx";
import { WedgeNow } from "./pairing/WedgeNow.tsx";
import classes from "./scanners.module.css";
import { SoundSettings } from "./sounds/SoundSettings.tsx";

/** Connecting a scanner, the camera in its place, and what a scan sounds like: all of this PC. */
export function ScannersPage() {
	const t = useTexts(pairingTexts);
	const sounds = useTexts(soundTexts);
	const camera = useTexts(cameraScanTexts);
	const [pairing, setPairing] = useState(false);
	return (
		<div className={classes.page}>
			<section className={classes.part}>
				<h1>{t("title")}</h1>
				<p>{t("why")}</p>
				<div className={classes.acts}>
					<Button leftSection={<IconBarcode size={18} stroke={1.7} />} onClick={() => setPairing(true)}>
						{t("title")}
					</Button>
					<Button variant="default" leftSection={<IconCamera size={18} stroke={1.7} />} onClick={openCameraScan}>
						{camera("open")}
					</Button>
				</div>
				{/* Drawn anew after the dialog: it may have changed them. */}
				<WedgeNow key={String(pairing)} />
			</section>
			<section className={classes.part}>
				<h2>{sounds("title")}</h2>
				<SoundSettings />
			</section>
			<PairingDialog opened={pairing} onClose={() => setPairing(false)} />
		</div>
	);
}
