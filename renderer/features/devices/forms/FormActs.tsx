import { Button } from "@mantine/core";
import { ConfirmButton } from "../../../components/act/ConfirmButton.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { deviceFormTexts } from "../../../i18n/texts/device-forms.ts";
import classes from "../devices.module.css";

type Props = {
	saving: boolean;
	onClose: () => void;
	/** Undefined for a device that is not set up yet. */
	onRemove: (() => void) | undefined;
};

/** The foot of every device's form: save, cancel, and remove what is there already. */
export function FormActs({ saving, onClose, onRemove }: Props) {
	const t = useTexts(deviceFormTexts);
	return (
		<div className={classes.formActs}>
			<Button type="submit" loading={saving}>
				{t("save")}
			</Button>
			<Button variant="default" onClick={onClose}>
				{t("cancel")}
			</Button>
			{onRemove && (
				<ConfirmButton question={t("remove-ask")} onConfirm={onRemove}>
					{t("remove")}
				</ConfirmButton>
			)}
		</div>
	);
}
