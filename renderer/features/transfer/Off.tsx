import { Button } from "@mantine/core";
import { useNavigate } from "react-router";
import { useMay } from "../../app/workstation.ts";
import classes from "./transfer.module.css";
import { useTransferWords } from "./words.ts";

/** Nothing can be sent or come before this PC belongs to an archive. */
export function Off() {
	const { t } = useTransferWords();
	const navigate = useNavigate();
	const mayEnrol = useMay("manager");
	return (
		<div className={classes.off} role="status">
			<strong>{t("off-title")}</strong>
			<span>{t("off-teach")}</span>
			{mayEnrol && (
				<Button variant="default" w="fit-content" onClick={() => void navigate("/settings/archive")}>
					{t("connect")}
				</Button>
			)}
		</div>
	);
}
