import { Button, Popover } from "@mantine/core";
import { IconEye, IconUserCheck } from "@tabler/icons-react";
import { useState } from "react";
import { call } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useItemName } from "../../../components/text/use-item-name.ts";
import { useTexts } from "../../../i18n/language.ts";
import { rollTexts } from "../../../i18n/texts/slip-roll.ts";
import { useIntake } from "../draft/context.ts";
import { addKnown, changeCustomer } from "../draft/edit.ts";
import classes from "./roll.module.css";

const mostOffered = 6;
const nobodyYet = {
	knownId: null,
	phone: "",
	name: "",
	noPhone: false,
	noName: false,
	under14: false,
	marketing: null,
};

/** A customer who was here before: masked, with what they brought then, one tap each to bring it again. */
export function KnownCustomer() {
	const t = useTexts(rollTexts);
	const nameOf = useItemName();
	const { known, change, draft, standard, open } = useIntake();
	if (!known) return <div className={classes.knownBox} aria-busy />;
	const { customer, orders, items } = known;
	const other = items.filter((item) => item.jobId === null && !draft.items.some((d) => d.itemId === item.itemId));
	const bring = async (itemId: string) => {
		const record = await call("item.record", { itemId });
		change((now) => {
			const next = addKnown(now, record, standard);
			open(next.items.at(-1)?.key ?? "");
			return next;
		});
	};
	return (
		<div className={classes.knownBox}>
			<div className={classes.knownHead}>
				<IconUserCheck size={22} stroke={1.7} aria-hidden />
				<strong>{customer.name || "—"}</strong>
				<Reveal subjectId={customer.subjectId} masked={customer.phone} />
				<small>{t("is-known", { count: orders.length })}</small>
				<Button variant="subtle" size="compact-sm" onClick={() => change(changeCustomer(nobodyYet))}>
					{t("other-customer")}
				</Button>
			</div>
			{other.length > 0 && (
				<div className={classes.brought}>
					<small>{t("brought-before")}</small>
					{other.slice(0, mostOffered).map((item) => (
						<button key={item.itemId} type="button" onClick={() => void bring(item.itemId)}>
							{nameOf(item)}
						</button>
					))}
				</div>
			)}
		</div>
	);
}

/** The masked number; the full one only with a reason, which is recorded. */
function Reveal({ subjectId, masked }: { subjectId: string; masked: string }) {
	const t = useTexts(rollTexts);
	const { standard } = useIntake();
	const [asking, setAsking] = useState(false);
	const [value, setValue] = useState<string>();
	const [error, setError] = useState<unknown>();
	if (masked === "") return null;
	if (value !== undefined) return <span className={classes.number}>{value}</span>;
	const reveal = (reason: string) => {
		setAsking(false);
		call("customer.reveal", { subjectId, field: "phone", reason }).then((shown) => setValue(shown.value), setError);
	};
	return (
		<>
			<Popover opened={asking} onChange={setAsking} trapFocus returnFocus withArrow position="bottom">
				<Popover.Target>
					<button type="button" className={classes.masked} title={t("reveal")} onClick={() => setAsking(true)}>
						{masked} <IconEye size={16} stroke={1.7} aria-hidden />
					</button>
				</Popover.Target>
				<Popover.Dropdown>
					<p className={classes.why}>{t("reveal-why")}</p>
					<div className={classes.reasons}>
						{(standard.standard.reasons["show-customer"] ?? []).map((reason) => (
							<Button key={reason.code} variant="default" size="xs" onClick={() => reveal(reason.code)}>
								{standard.name(reason.name)}
							</Button>
						))}
					</div>
				</Popover.Dropdown>
			</Popover>
			{error !== undefined && <Failed inline error={error} />}
		</>
	);
}
