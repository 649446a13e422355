/** The way into a drop-off: takes a draft, puts the scanned item into it, and goes to its page. Shows nothing of its own. */
import { useEffect, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { IntakeDraft } from "../../../preload/contract/intake-draft.ts";
import { addresses } from "../../app/addresses.ts";
import { call } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { type StandardOnScreen, useStandard } from "../../app/use-standard.ts";
import { addItem, addKnown, changeItem } from "./draft/edit.ts";
import { type Choosing, meantBy } from "./draft/scan.ts";

/** What the page still has to ask, handed over with the address. */
export type Arrival = { choosing?: Choosing };

export function StartPage() {
	const [asked] = useSearchParams();
	const navigate = useNavigate();
	const standard = useStandard();
	const begun = useRef(false);
	const [error, setError] = useState<unknown>();
	const scan = asked.get("scan");
	const itemId = asked.get("item");
	/** The earlier job the item comes back about. */
	const reworkOf = asked.get("rework");

	useEffect(() => {
		if (!standard || begun.current) return;
		begun.current = true;
		start(standard, scan, itemId, reworkOf).then(
			({ orderId, arrival }) => void navigate(addresses.draft(orderId), { replace: true, state: arrival }),
			setError,
		);
	}, [standard, scan, itemId, reworkOf, navigate]);

	return error === undefined ? <Loading shape="page" /> : <Failed error={error} />;
}

async function start(standard: StandardOnScreen, scan: string | null, itemId: string | null, reworkOf: string | null) {
	const { orderId, draft } = await call("intake.draft.start", {});
	const meant = scan === null ? undefined : await meantBy(scan);
	const arrival: Arrival = meant?.kind === "choose" ? { choosing: meant.choosing } : {};
	const filled =
		itemId !== null
			? comingBack(addKnown(draft, await call("item.record", { itemId }), standard), reworkOf)
			: meant?.kind === "known"
				? addKnown(draft, meant.record, standard)
				: meant?.kind === "new"
					? addItem(draft, meant.prefill, standard)
					: draft;
	if (filled !== draft) await call("intake.draft.save", { orderId, draft: filled });
	return { orderId, arrival };
}

/** The item just added comes back about that job. */
function comingBack(draft: IntakeDraft, reworkOf: string | null): IntakeDraft {
	const last = draft.items.at(-1);
	return last && reworkOf !== null ? changeItem(last.key, (item) => ({ ...item, reworkOf }))(draft) : draft;
}
