/** How papers write money and order numbers. */

/** 123450 fen → "¥1,234.50"; negative amounts get a true minus sign. */
export function printMoney(fen: number): string {
	const whole = Math.trunc(Math.abs(fen) / 100).toString();
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
	const cents = (Math.abs(fen) % 100).toString().padStart(2, "0");
	return `${fen < 0 ? "−" : ""}¥${grouped}.${cents}`;
}

/** "01234050001237" → "01234 05 000123 7"; anything else is left alone. */
export function printOrderNo(orderNo: string): string {
	const parts = /^(\d{5})(\d{2})(\d{6})(\d)(\d{2})?$/.exec(orderNo);
	if (!parts) return orderNo;
	const [, store, station, counter, check, piece] = parts;
	return `${store} ${station} ${counter} ${check}${piece ? `-${piece}` : ""}`;
}
