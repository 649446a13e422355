/** A drop-off in progress, one page: items on the left, the slip growing on the right. */
import { Button } from "@mantine/core";
import { type KeyboardEvent, useSyncExternalStore } from "react";
import { useNavigate, useParams } from "react-router";
import { addresses } from "../../app/addresses.ts";
import { isFailure } from "../../app/failure.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useStandard } from "../../app/use-standard.ts";
import { useTexts } from "../../i18n/language.ts";
import { counterTexts } from "../../i18n/texts/counter.ts";
import { intakeTexts } from "../../i18n/texts/intake.ts";
import { rollTexts } from "../../i18n/texts/slip-roll.ts";
import classes from "./counter.module.css";
import { IntakeContext } from "./draft/context.ts";
import { type DraftStore, holdDraft } from "./draft/store.ts";
import { ItemsPart } from "./ItemsPart.tsx";
import { Roll } from "./roll/Roll.tsx";
import { useIntakePage } from "./use-intake-page.ts";

export function IntakePage() {
	const { orderId = "" } = useParams();
	const navigate = useNavigate();
	const t = useTexts(counterTexts);
	const roll = useTexts(rollTexts);
	const { data, error } = useQueryCall("intake.draft.load", { orderId }, { watch: [] });
	if (error) {
		const received = isFailure(error, "not-found", "intake.no-draft");
		return (
			<Failed
				error={error}
				actions={
					received && (
						<>
							<Button onClick={() => void navigate(addresses.order(orderId))}>{roll("done-open")}</Button>
							<Button variant="default" onClick={() => void navigate(addresses.counter)}>
								{t("title")}
							</Button>
						</>
					)
				}
			/>
		);
	}
	// A page of its own per draft: nothing of one may linger in another.
	return data ? <Page key={orderId} store={holdDraft(orderId, data.draft)} /> : <Loading shape="page" />;
}

function Page({ store }: { store: DraftStore }) {
	const t = useTexts(intakeTexts);
	const held = useSyncExternalStore(store.subscribe, store.get);
	const standard = useStandard();
	const page = useIntakePage(store, held, standard);
	if (!page) return <Loading shape="page" />;
	const { intake, root } = page;
	return (
		<IntakeContext value={intake}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears what bubbles up from its fields */}
			<div ref={root} className={classes.intake} onKeyDown={(event) => onEnter(event, intake.goNext)}>
				<section className={classes.items} aria-label={t("items")}>
					<ItemsPart choosing={page.choosing} onChosen={page.chosen} panel={page.panel} onPanel={page.setPanel} />
				</section>
				<Roll held={held} busy={page.busy} error={page.error} onFinish={page.finish} onDiscard={page.discard} />
			</div>
		</IntakeContext>
	);
}

/** Enter in a plain field goes to what is missing next, as in the fields that handle it themselves. */
function onEnter(event: KeyboardEvent, goNext: (from: HTMLElement) => void): void {
	const field = event.target;
	if (event.key !== "Enter" || event.defaultPrevented || event.nativeEvent.isComposing) return;
	if (!(field instanceof HTMLInputElement) || field.getAttribute("aria-expanded") === "true") return;
	event.preventDefault();
	goNext(field);
}
