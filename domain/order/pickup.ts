/**
 * Who may take an order away: the slip in hand is proof; without it the last four digits of the customer's phone and
 * one more sign, or a manager. Called by the hand-over's decision. Never sees more of the phone than it must.
 */
import { refuse } from "../errors.ts";

/** How somebody without the slip showed that it is theirs; screens hold the words. */
export const pickupProofs = ["id-seen", "staff-knows", "describes-item", "order-on-phone"] as const;
export type PickupProof = (typeof pickupProofs)[number];

export type Pickup = {
	to: "customer" | "other";
	/** Of somebody sent; the customer's own are known. */
	name: string;
	phone: string;
	slip: "shown" | "lost";
	/** Only without the slip. */
	proof: PickupProof | null;
	/** Last four digits of the customer's phone, as said at the counter. */
	phoneTail: string;
};

/**
 * True when a manager has to allow it: no slip and no phone to check, or no slip and somebody else.
 * @param phone the customer's, undefined when none is known
 * @throws Refusal `handover.name-needed`, `handover.proof-needed`, `handover.phone-needed`, `handover.phone-differs`
 */
export function needsManagerFor(pickup: Pickup, phone: string | undefined): boolean {
	const { to, name, slip, proof, phoneTail } = pickup;
	if (to === "other" && name === "") refuse("invalid-input", "handover.name-needed");
	if (slip === "shown") return false;
	if (proof === null) refuse("invalid-input", "handover.proof-needed");
	if (phone === undefined) return true;
	if (phoneTail === "") refuse("invalid-input", "handover.phone-needed");
	if (phone.slice(-4) !== phoneTail) refuse("rule-broken", "handover.phone-differs");
	return to === "other";
}
