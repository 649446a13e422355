import { Radio, SegmentedControl, TextInput } from "@mantine/core";
import { pickupProofs } from "../../../../domain/order/pickup.ts";
import type { HandoverView } from "../../../../preload/contract/handover.ts";
import { useTexts } from "../../../i18n/language.ts";
import { handoverTexts } from "../../../i18n/texts/handover.ts";
import classes from "../handover.module.css";
import type { BoxProps } from "../JobPieces.tsx";

type Props = BoxProps & { view: HandoverView };

/** Who fetches it, with the slip or without; without it, how we know. */
export function Who({ view, progress, onChange, words }: Props) {
	const t = useTexts(handoverTexts);
	return (
		<section className={classes.box} aria-label={t("who")}>
			<div className={classes.pair}>
				<SegmentedControl
					fullWidth
					aria-label={t("who")}
					value={progress.to}
					onChange={(value) => onChange({ to: value === "other" ? "other" : "customer" })}
					data={[
						{ value: "customer", label: t("customer") },
						{ value: "other", label: t("other-person") },
					]}
				/>
				<SegmentedControl
					fullWidth
					aria-label={t("slip")}
					value={progress.slip ?? ""}
					onChange={(value) => onChange({ slip: value === "lost" ? "lost" : "shown" })}
					data={[
						{ value: "shown", label: t("slip-shown") },
						{ value: "lost", label: t("slip-lost") },
					]}
				/>
			</div>
			{progress.to === "other" && (
				<div className={classes.pair}>
					<TextInput
						label={t("other-name")}
						maxLength={60}
						autoComplete="off"
						value={progress.name}
						onChange={(event) => onChange({ name: event.currentTarget.value })}
					/>
					<TextInput
						label={t("other-phone")}
						maxLength={30}
						autoComplete="off"
						value={progress.phone}
						onChange={(event) => onChange({ phone: event.currentTarget.value })}
					/>
				</div>
			)}
			{progress.slip === "lost" && (
				<>
					<Radio.Group
						label={t("how-proved")}
						value={progress.proof}
						onChange={(value) => onChange({ proof: pickupProofs.find((proof) => proof === value) ?? null })}
					>
						<div className={classes.proofs}>
							{pickupProofs.map((proof) => (
								<Radio key={proof} value={proof} label={words.own("check", proof)} />
							))}
						</div>
					</Radio.Group>
					{view.customer.hasPhone ? (
						<TextInput
							label={t("phone-tail")}
							description={t("phone-tail-hint")}
							inputMode="numeric"
							maxLength={4}
							styles={{ wrapper: { width: "8rem" } }}
							autoComplete="off"
							value={progress.phoneTail}
							onChange={(event) => onChange({ phoneTail: event.currentTarget.value.replace(/\D/g, "") })}
						/>
					) : (
						<p className={classes.note}>{t("no-phone")}</p>
					)}
				</>
			)}
		</section>
	);
}
