import { Textarea } from "@mantine/core";
import { useState } from "react";
import { call } from "../../../app/client.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";

/** A remark for colleagues. */
export function Note({ orderId, onDone }: { orderId: string; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const [words, setWords] = useState("");
	return (
		<ActForm
			label={t("save")}
			disabled={words.trim() === ""}
			onDone={onDone}
			onSubmit={() => call("order.note", { orderId, words })}
		>
			<Textarea
				data-autofocus
				label={t("note")}
				description={t("note-what")}
				autosize
				minRows={3}
				maxLength={1000}
				value={words}
				onChange={(event) => setWords(event.currentTarget.value)}
			/>
		</ActForm>
	);
}
