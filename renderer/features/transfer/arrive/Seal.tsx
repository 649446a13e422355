import { Button } from "@mantine/core";
import { IconLock, IconLockOpen2 } from "@tabler/icons-react";
import classes from "../transfer.module.css";
import { useTransferWords } from "../words.ts";

type Props = { seal: string; whole: boolean | undefined; onSay: (whole: boolean) => void };

/** Before the box is opened: does the seal say that nobody was in it? */
export function Seal({ seal, whole, onSay }: Props) {
	const { t } = useTransferWords();
	return (
		<section className={classes.box}>
			<h2>{t("step-seal")}</h2>
			<p className={classes.sealNo}>{seal ? t("seal-is", { seal }) : t("seal-none")}</p>
			<div className={classes.seal}>
				<Button
					size="lg"
					variant={whole === true ? "filled" : "default"}
					aria-pressed={whole === true}
					leftSection={<IconLock size={22} stroke={1.7} />}
					onClick={() => onSay(true)}
				>
					{t("whole")}
				</Button>
				<Button
					size="lg"
					variant={whole === false ? "filled" : "default"}
					color={whole === false ? "red" : "gray"}
					aria-pressed={whole === false}
					leftSection={<IconLockOpen2 size={22} stroke={1.7} />}
					onClick={() => onSay(false)}
				>
					{t("broken")}
				</Button>
			</div>
			{whole === false && <p className={classes.why}>{t("broken-hint")}</p>}
		</section>
	);
}
