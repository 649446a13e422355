/**
 * What the codes of test labels say: each its own, so that a scan proves this very label and not one that was left
 * lying about. Counted per PC. Station 00 is no workstation's, so no order ever has such a number.
 */
import type { LocalRows } from "../../../db/queries/local.ts";
import { makeOrderNumber, makePieceLabel } from "../../../domain/code/order-number.ts";

const setting = "test-labels";
const most = 999_999;

/** The number of the next test, 1–999,999, then from the start. */
export function nextTest(local: LocalRows): number {
	const count = ((local.setting<number>(setting) ?? 0) % most) + 1;
	local.setSetting(setting, count);
	return count;
}

/** `storeCode`: the centre's five digits. */
export function testLabelCode(storeCode: string, count: number): { orderNo: string; code: string } {
	const orderNo = makeOrderNumber({ store: Number(storeCode), station: 0, counter: count });
	return { orderNo, code: makePieceLabel(orderNo, 1) };
}
