import { Button } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconCheck } from "@tabler/icons-react";
import classes from "./setup.module.css";

type Props = {
	back: string;
	/** Nothing to go back to yet. */
	first?: boolean;
	onBack: () => void;
	next: string;
	last: boolean;
	ready: boolean;
	busy: boolean;
};

/** Back and on, below a question. On is the form's own submit: Enter does it. */
export function StepFoot({ back, first = false, onBack, next, last, ready, busy }: Props) {
	return (
		<footer className={classes.foot}>
			<Button
				variant="default"
				size="md"
				leftSection={<IconArrowLeft size={18} />}
				disabled={first || busy}
				onClick={onBack}
			>
				{back}
			</Button>
			<Button
				type="submit"
				size="md"
				loading={busy}
				disabled={!ready}
				rightSection={last ? <IconCheck size={18} /> : <IconArrowRight size={18} />}
			>
				{next}
			</Button>
		</footer>
	);
}
