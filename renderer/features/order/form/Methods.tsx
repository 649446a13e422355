import { Button } from "@mantine/core";
import { type PaymentMethod, paymentMethods } from "../../../../domain/order/order.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import classes from "../order.module.css";
import { useOrderWords } from "../words.ts";

export type MethodsProps = {
	value: PaymentMethod | undefined;
	onChange: (method: PaymentMethod) => void;
	/** Left out: all of them. */
	methods?: readonly PaymentMethod[];
};

/** Ways money moves, as big targets side by side. */
export function Methods({ value, onChange, methods = paymentMethods }: MethodsProps) {
	const t = useTexts(orderTexts);
	const words = useOrderWords();
	return (
		<fieldset className={classes.methods} aria-label={t("method")}>
			{methods.map((method) => (
				<Button
					key={method}
					title={words.own("method", method)}
					size="md"
					px={4}
					variant={method === value ? "filled" : "default"}
					aria-pressed={method === value}
					onClick={() => onChange(method)}
				>
					{words.own("pay", method)}
				</Button>
			))}
		</fieldset>
	);
}
