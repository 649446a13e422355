import { formatFen } from "../../../domain/money/amount.ts";
import classes from "./text.module.css";

export type MoneyTextProps = {
	fen: number;
	size?: "sm" | "md" | "lg" | "xl";
	/** Struck through: what it would have cost. */
	former?: boolean;
};

/** An amount in yuan from whole fen. */
export function MoneyText({ fen, size = "md", former = false }: MoneyTextProps) {
	const text = formatFen(fen);
	return former ? (
		<s className={classes.money} data-size={size} data-former>
			{text}
		</s>
	) : (
		<span className={classes.money} data-size={size}>
			{text}
		</span>
	);
}
