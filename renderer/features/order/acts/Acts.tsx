import { Modal } from "@mantine/core";
import type { OrderJob, OrderView, PaymentView } from "../../../../preload/contract/order.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { CancelJob } from "./CancelJob.tsx";
import { CorrectCustomer } from "./CorrectCustomer.tsx";
import { CorrectItem } from "./CorrectItem.tsx";
import { CorrectJob } from "./CorrectJob.tsx";
import { EraseCustomer } from "./EraseCustomer.tsx";
import { MovePromise } from "./MovePromise.tsx";
import { Note } from "./Note.tsx";
import { Refund } from "./Refund.tsx";
import { TakePayment } from "./TakePayment.tsx";
import { VoidOrder } from "./VoidOrder.tsx";

/** What is being done to the order in a dialog. */
export type Act =
	| { what: "take" | "note" | "promise" | "customer" | "erase" | "void" }
	| { what: "refund"; payment: PaymentView }
	| { what: "cancel" | "correct-job" | "correct-item"; job: OrderJob };

const titles = {
	take: "take-money",
	note: "note",
	promise: "correct-promise",
	customer: "correct-customer",
	erase: "erase-customer",
	void: "void",
	refund: "refund",
	cancel: "cancel-job",
	"correct-job": "correct-job",
	"correct-item": "correct-item",
} as const;

/** The order page's dialogs, one at a time. */
export function Acts({ order, act, onClose }: { order: OrderView; act: Act | undefined; onClose: () => void }) {
	const t = useTexts(orderTexts);
	return (
		<Modal opened={act !== undefined} onClose={onClose} title={act ? t(titles[act.what]) : ""} size="lg">
			{act && <Body order={order} act={act} onClose={onClose} />}
		</Modal>
	);
}

function Body({ order, act, onClose }: { order: OrderView; act: Act; onClose: () => void }) {
	switch (act.what) {
		case "take":
			return <TakePayment order={order} onDone={onClose} />;
		case "refund":
			return <Refund order={order} payment={act.payment} onDone={onClose} />;
		case "note":
			return <Note orderId={order.orderId} onDone={onClose} />;
		case "promise":
			return <MovePromise order={order} onDone={onClose} />;
		case "customer":
			return <CorrectCustomer order={order} onDone={onClose} />;
		case "erase":
			return <EraseCustomer order={order} onDone={onClose} />;
		case "void":
			return <VoidOrder order={order} onDone={onClose} />;
		case "cancel":
			return <CancelJob order={order} job={act.job} onDone={onClose} />;
		case "correct-job":
			return <CorrectJob job={act.job} onDone={onClose} />;
		case "correct-item":
			return <CorrectItem job={act.job} onDone={onClose} />;
	}
}
