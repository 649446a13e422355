import { UnstyledButton } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { Role } from "../../../preload/contract/define.ts";
import { addresses } from "../../app/addresses.ts";
import type { CallOutput } from "../../app/client.ts";
import { useQueryCall } from "../../app/use-calls.ts";
import { useTexts } from "../../i18n/language.ts";
import { demoTexts } from "../../i18n/texts/demo.ts";
import classes from "./demo.module.css";
import { useColleagues } from "./use-colleagues.ts";

type Stops = CallOutput<"demo.tour">;
type Name = "home" | "again" | "record" | "inspect" | "quote" | "bench" | "qc" | "hand-over" | "history" | "board";
type Stop = { name: Name; role: Role | null; to: string | undefined };

function stopsOf(tour: Stops | undefined, known: string | undefined): Stop[] {
	const at = (id: string | null | undefined, address: (id: string) => string) => (id ? address(id) : undefined);
	return [
		{ name: "home", role: "clerk", to: addresses.counter },
		{ name: "again", role: "clerk", to: known === undefined ? addresses.intake() : addresses.intake(known) },
		{ name: "record", role: null, to: at(tour?.itemId, addresses.item) },
		{ name: "inspect", role: "inspector", to: at(tour?.inspectJobId, addresses.job) },
		{ name: "quote", role: "clerk", to: at(tour?.quoteJobId, addresses.job) },
		{ name: "bench", role: "technician", to: addresses.bench },
		{ name: "qc", role: "inspector", to: "/qc" },
		{ name: "hand-over", role: "clerk", to: at(tour?.readyOrderId, addresses.handOver) },
		{ name: "history", role: null, to: at(tour?.closedOrderId, addresses.order) },
		{ name: "board", role: null, to: addresses.board },
	];
}

/** Ten stops of a minute each, along the five stages of a repair. */
export function Tour({ known }: { known: string | undefined }) {
	const t = useTexts(demoTexts);
	const navigate = useNavigate();
	const { data } = useQueryCall("demo.tour", {});
	const { me, who, become } = useColleagues();
	const go = async ({ role, to }: Stop) => {
		const person = who(role);
		if (person) await become(person.id);
		if (to) await navigate(to);
	};
	return (
		<section className={classes.card} aria-label={t("tour")}>
			<h2>{t("tour")}</h2>
			<p className={classes.hint}>{t("tour-hint")}</p>
			<ol className={classes.tour}>
				{stopsOf(data, known).map((stop) => {
					const person = who(stop.role);
					const other = person !== undefined && person.id !== me?.id;
					return (
						<li key={stop.name}>
							<UnstyledButton className={classes.stop} disabled={!stop.to} onClick={() => void go(stop)}>
								<strong>{t(`stop-${stop.name}`)}</strong>
								<span>{t(`see-${stop.name}`)}</span>
								{other && <small>{t("as", { name: person.name })}</small>}
							</UnstyledButton>
							<IconArrowRight size={18} stroke={1.7} aria-hidden />
						</li>
					);
				})}
			</ol>
		</section>
	);
}
