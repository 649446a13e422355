import { Button, TextInput } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import classes from "../setup.module.css";

export type Reach = { address: string; code: string; name: string };
type Field = { label: string; description?: string; placeholder?: string };

type Props = {
	title: string;
	why: readonly string[];
	fields: Record<keyof Reach, Field>;
	go: string;
	back: string;
	complete(reach: Reach): boolean;
	/** What was typed, without space around it. */
	onJoin(reach: Reach): void;
	onLeave: () => void;
	busy: boolean;
	error: unknown;
	/** What happens meanwhile. */
	running?: string;
	/** Below the form: another way. */
	children?: ReactNode;
};

/** Where this PC reaches what it joins, the code that lets it in, and what it will be called. */
export function JoinForm(props: Props) {
	const { title, why, fields, go, back, complete, onJoin, onLeave, busy, error, running, children } = props;
	const [typed, setTyped] = useState<Reach>({ address: "", code: "", name: "" });
	const reach = { address: typed.address.trim(), code: typed.code.trim(), name: typed.name.trim() };
	const change = (part: Partial<Reach>) => setTyped((before) => ({ ...before, ...part }));
	return (
		<div className={classes.restore}>
			<h1>{title}</h1>
			{why.map((sentence) => (
				<p key={sentence} className={classes.why}>
					{sentence}
				</p>
			))}
			<form
				className={classes.joinForm}
				onSubmit={(event) => {
					event.preventDefault();
					if (complete(reach)) onJoin(reach);
				}}
			>
				<TextInput
					size="md"
					autoFocus
					spellCheck={false}
					{...fields.address}
					value={typed.address}
					maxLength={300}
					onChange={(event) => change({ address: event.currentTarget.value })}
				/>
				<TextInput
					size="md"
					spellCheck={false}
					placeholder="XXXX-XXXX-XXXX"
					{...fields.code}
					value={typed.code}
					maxLength={20}
					onChange={(event) => change({ code: event.currentTarget.value.toUpperCase() })}
				/>
				<TextInput
					size="md"
					{...fields.name}
					value={typed.name}
					maxLength={60}
					onChange={(event) => change({ name: event.currentTarget.value })}
				/>
				{error ? <Failed inline error={error} /> : undefined}
				<Button type="submit" size="md" className={classes.go ?? ""} loading={busy} disabled={!complete(reach)}>
					{go}
				</Button>
				{busy && running && <p role="status">{running}</p>}
			</form>
			{children}
			<footer className={classes.foot}>
				<Button variant="default" size="md" leftSection={<IconArrowLeft size={18} />} disabled={busy} onClick={onLeave}>
					{back}
				</Button>
			</footer>
		</div>
	);
}
