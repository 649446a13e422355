import { IconCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { CallOutput } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { setupTexts } from "../../i18n/texts/setup.ts";
import { type Draft, firstDraft, forgetDraft, foundingOf, keepDraft } from "./draft.ts";
import { StepFoot } from "./StepFoot.tsx";
import classes from "./setup.module.css";
import { stepOrder, steps } from "./steps.ts";

/** One question a screen, with why it is asked; Enter goes on when it is answered. */
export function OwnCentre({ defaults, onLeave }: { defaults: CallOutput<"setup.defaults">; onLeave: () => void }) {
	const t = useTexts(setupTexts);
	const language = useLanguage();
	const [draft, setDraft] = useState<Draft>(() => firstDraft(defaults));
	const [at, setAt] = useState(0);
	const found = useCommand("setup.found");
	useEffect(() => keepDraft(draft), [draft]);

	const name = stepOrder[at] ?? "names";
	const { Body, complete } = steps[name];
	const last = at === stepOrder.length - 1;
	const ready = complete(draft);
	const change = (part: Partial<Draft>) => {
		found.reset();
		setDraft((before) => ({ ...before, ...part }));
	};
	const goOn = () => {
		if (!ready || found.isPending) return;
		if (!last) return setAt(at + 1);
		const input = foundingOf(draft, language);
		if (input) found.mutate(input, { onSuccess: forgetDraft });
	};

	return (
		<div className={classes.own}>
			<Steps at={at} onGo={setAt} />
			<form
				className={classes.step}
				onSubmit={(event) => {
					event.preventDefault();
					goOn();
				}}
			>
				<p className={classes.count}>{t("step-of", { step: at + 1, count: stepOrder.length })}</p>
				<h1>{t(`${name}-title`)}</h1>
				{name !== "sheet" && <p className={classes.why}>{t(`${name}-why`)}</p>}
				<div className={classes.body}>
					<Body key={name} draft={draft} change={change} />
				</div>
				{found.error && <Failed inline error={found.error} />}
				<StepFoot
					back={t("back")}
					onBack={() => (at === 0 ? onLeave() : setAt(at - 1))}
					next={t(last ? "finish" : "next")}
					{...{ last, ready }}
					busy={found.isPending}
				/>
			</form>
		</div>
	);
}

function Steps({ at, onGo }: { at: number; onGo: (step: number) => void }) {
	const t = useTexts(setupTexts);
	return (
		<nav className={classes.steps} aria-label={t("steps-label")}>
			<ol>
				{stepOrder.map((name, step) => (
					<li key={name} data-state={step < at ? "done" : step === at ? "here" : "ahead"}>
						<button
							type="button"
							disabled={step >= at}
							aria-current={step === at ? "step" : undefined}
							onClick={() => onGo(step)}
						>
							<span aria-hidden>{step < at ? <IconCheck size={16} stroke={2.4} /> : step + 1}</span>
							{t(`${name}-step`)}
						</button>
					</li>
				))}
			</ol>
		</nav>
	);
}
