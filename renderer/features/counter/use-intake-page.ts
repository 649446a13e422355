/** What the intake page does: opens cards, hears scans and keys, receives, discards. The page itself only draws. */
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { addresses } from "../../app/addresses.ts";
import { call } from "../../app/client.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { useQueryCall } from "../../app/use-calls.ts";
import type { StandardOnScreen } from "../../app/use-standard.ts";
import { nextMissing } from "../../components/input/EnterForm.tsx";
import { useTexts } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { rollTexts } from "../../i18n/texts/slip-roll.ts";
import type { Intake } from "./draft/context.ts";
import { changeCustomer } from "./draft/edit.ts";
import { missingOf } from "./draft/missing.ts";
import type { Choosing } from "./draft/scan.ts";
import { type DraftStore, dropDraft, type Held } from "./draft/store.ts";
import type { PanelName } from "./item/ItemCard.tsx";
import type { Arrival } from "./StartPage.tsx";
import { receiveAndPrint } from "./use-finish.ts";
import { useIntakeScans } from "./use-intake-scans.ts";

export type IntakePageState = {
	intake: Intake;
	root: RefObject<HTMLDivElement | null>;
	busy: boolean;
	error: unknown;
	finish: () => void;
	discard: () => void;
	choosing: Choosing | undefined;
	chosen: () => void;
	panel: PanelName | undefined;
	setPanel: (panel?: PanelName) => void;
};

const none = { services: [], brands: [] };

export function useIntakePage(
	store: DraftStore,
	held: Held,
	standard: StandardOnScreen | undefined,
): IntakePageState | undefined {
	const t = useTexts(rollTexts);
	const frame = useTexts(frameTexts);
	const navigate = useNavigate();
	const arrival = useLocation().state as Arrival | null;
	const root = useRef<HTMLDivElement>(null);
	const { orderId } = store;
	const { draft } = held;
	const [active, open] = useState(draft.items.at(-1)?.key);
	const [panel, setPanel] = useState<PanelName>();
	const [choosing, setChoosing] = useState(arrival?.choosing);
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>();
	const { knownId } = draft.customer;
	const { data: known } = useQueryCall(
		"customer.get",
		{ subjectId: knownId ?? "" },
		{ enabled: knownId !== null, watch: ["subject"] },
	);
	const { data: favourites = none } = useQueryCall("intake.favourites", {}, { watch: ["order"] });
	const missing = useMemo(() => missingOf(draft, undefined), [draft]);

	// Leaving the page sends what is not saved yet; coming back (after a lock) sends what could not be sent then.
	useEffect(() => {
		void store.save();
		return () => void store.save();
	}, [store]);
	// A fresh card begins at its first missing field.
	useEffect(() => {
		const card = root.current?.querySelector<HTMLElement>("[data-open] [data-missing]");
		card?.querySelector<HTMLElement>("input, textarea, [data-field-focus]")?.focus();
	}, [active]);

	const goNext = (from: HTMLElement) => {
		// The answer may have just been given: look again once it is on the screen.
		requestAnimationFrame(() => {
			const next = root.current && nextMissing(root.current, from);
			if (next) next.focus();
			else openUnfinished();
		});
	};
	/** What is missing may be on a folded card: that one opens. */
	const openUnfinished = () => {
		const [, key] = (missingOf(store.get().draft, undefined)[0] ?? "").split(".");
		if (key !== undefined && draft.items.some((item) => item.key === key)) open(key);
		else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
	};

	const finish = () => {
		if (busy) return;
		if (missing.length > 0) {
			const field = root.current?.querySelector<HTMLElement>("[data-next]") ?? null;
			const input = field?.querySelector<HTMLElement>("input, textarea, [data-field-focus]");
			if (input) input.focus();
			else openUnfinished();
			return;
		}
		setBusy(true);
		setError(undefined);
		receiveAndPrint(orderId, draft).then(
			(done) => {
				dropDraft(orderId);
				void navigate(`${addresses.draft(orderId)}/done`, { replace: true, state: done });
			},
			(thrown: unknown) => {
				setError(thrown);
				setBusy(false);
			},
		);
	};
	const discard = () => {
		dropDraft(orderId);
		call("intake.draft.discard", { orderId }).then(() => void navigate(addresses.counter, { replace: true }), setError);
	};
	/** One key for "no phone" and, after that, "no name". */
	const sayNone = () => {
		const { customer } = store.get().draft;
		if (customer.knownId !== null) return;
		const none = customer.phone === "" && !customer.noPhone ? { noPhone: true } : { noName: true, name: "" };
		store.change(changeCustomer(none));
		if (root.current) goNext(root.current);
	};

	useKeys([
		{ key: "F4", label: frame("print"), run: finish, bar: true },
		{ key: "F7", label: `${t("phone-none")} / ${t("name-none")}`, run: sayNone, bar: true },
	]);
	useIntakeScans({ store, standard, active, panel, open, choose: setChoosing });

	if (!standard) return undefined;
	const intake: Intake = {
		orderId,
		draft,
		change: store.change,
		save: store.save,
		standard,
		missing,
		active,
		open: (key) => {
			open(key);
			setPanel(undefined);
		},
		goNext,
		known: knownId === null ? undefined : known,
		favourites,
		ticket: async (role) => (await call("media.ticket", { orderId, role })).ticket,
	};
	const chosen = () => setChoosing(undefined);
	return { intake, root, busy, error, finish, discard, choosing, chosen, panel, setPanel };
}
