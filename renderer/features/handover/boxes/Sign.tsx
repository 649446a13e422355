import { SegmentedControl } from "@mantine/core";
import { useKeys } from "../../../app/keys/keys.ts";
import { ReasonPicker } from "../../../components/input/ReasonPicker.tsx";
import { SignaturePad } from "../../../components/input/SignaturePad.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { handoverTexts } from "../../../i18n/texts/handover.ts";
import classes from "../handover.module.css";
import type { BoxProps } from "../JobPieces.tsx";

/** The signature for what is received: on screen, on paper, or why there is none. */
export function Sign({ progress, onChange, words }: BoxProps) {
	const t = useTexts(handoverTexts);
	const { signature } = progress;
	const reasons = words.reasons("unsigned");
	useKeys([
		{ key: "Alt+P", label: t("sign-paper"), run: () => onChange({ signature: { how: "paper" } }) },
		{ key: "Alt+S", label: t("sign-screen"), run: () => onChange({ signature: { how: "screen", png: undefined } }) },
	]);
	return (
		<section className={classes.box} aria-label={t("sign")}>
			<SegmentedControl
				fullWidth
				aria-label={t("sign")}
				value={signature.how}
				onChange={(how) =>
					onChange({
						signature:
							how === "paper"
								? { how: "paper" }
								: how === "none"
									? { how: "none", reason: undefined }
									: { how: "screen", png: undefined },
					})
				}
				data={[
					{ value: "screen", label: t("sign-screen") },
					{ value: "paper", label: t("sign-paper") },
					{ value: "none", label: t("sign-none") },
				]}
			/>
			{signature.how === "screen" && (
				<SignaturePad
					height={7}
					caption={t("sign-caption")}
					onChange={(png) => onChange({ signature: { how: "screen", png } })}
				/>
			)}
			{signature.how === "none" && (
				<ReasonPicker
					label={t("sign-none")}
					reasons={reasons}
					value={signature.reason}
					onChange={(reason) => onChange({ signature: { how: "none", reason } })}
					noteOnlyIfNeeded
				/>
			)}
		</section>
	);
}
