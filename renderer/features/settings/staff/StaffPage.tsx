import { Button, Group, Switch } from "@mantine/core";
import { IconCards, IconId, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { CallOutput } from "../../../app/client.ts";
import { Empty } from "../../../app/states/Empty.tsx";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../../app/use-calls.ts";
import { type Column, DataTable } from "../../../components/table/DataTable.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { doorTexts } from "../../../i18n/texts/door.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import { PageHead } from "../PageHead.tsx";
import { type MadePaper, PaperDialog } from "../PaperDialog.tsx";
import { PersonDialog } from "./PersonDialog.tsx";

export type Staff = CallOutput<"staff.list">["people"][number];

const idOf = ({ id }: Staff) => id;

/** Who works here; a row opens what can be done with it, chosen rows get badges. */
export function StaffPage() {
	const t = useTexts(settingsTexts);
	const roleText = useTexts(doorTexts);
	const { data, error, refetch } = useQueryCall("staff.list", {}, { watch: ["person"] });
	const [showLeft, setShowLeft] = useState(false);
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const [open, setOpen] = useState<string | "new">();
	const [paper, setPaper] = useState<MadePaper>();
	const badges = useCommand("staff.makeBadges");
	const cards = useCommand("staff.commandCards");
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading />;

	const people = data.people.filter(({ active }) => active || showLeft);
	const wanted = people.filter(({ id, active }) => active && chosen.has(id)).map(idOf);
	const makeBadges = async (ids: string[]) => {
		const made = await badges.mutateAsync({ people: ids });
		setPaper({ handle: made.paper, title: t("staff-badges-title"), note: t("staff-new-badge-hint") });
	};
	const columns: Column<Staff>[] = [
		{ key: "number", title: t("staff-number"), cell: (p) => p.number, width: "5rem" },
		{ key: "name", title: t("staff-name"), cell: (p) => <strong>{p.name}</strong> },
		{
			key: "roles",
			title: t("staff-roles"),
			cell: (p) => p.roles.map((role) => roleText(`role-${role}`)).join(" · "),
		},
		{ key: "pin", title: t("staff-pin"), cell: (p) => <Mark set={p.hasPin} left={!p.active} />, width: "7rem" },
		{ key: "badge", title: t("staff-badge"), cell: (p) => <Mark set={p.hasBadge} left={!p.active} />, width: "7rem" },
	];
	return (
		<>
			<PageHead
				title={t("staff")}
				action={
					<Button leftSection={<IconUserPlus size={18} stroke={1.7} />} onClick={() => setOpen("new")}>
						{t("staff-add")}
					</Button>
				}
			/>
			<DataTable
				label={t("staff")}
				rows={people}
				columns={columns}
				idOf={idOf}
				onOpen={({ id }) => setOpen(id)}
				onSelect={setChosen}
				empty={<Empty icon={IconUsers} title={t("staff-empty")} teach={t("staff-empty-teach")} />}
			/>
			<Group mt="md" gap="xs">
				<Button
					variant="default"
					leftSection={<IconId size={18} stroke={1.7} />}
					disabled={wanted.length === 0}
					loading={badges.isPending}
					onClick={() => void makeBadges(wanted).catch(() => undefined)}
				>
					{t("staff-badges-selected", { count: wanted.length })}
				</Button>
				<Button
					variant="default"
					leftSection={<IconCards size={18} stroke={1.7} />}
					loading={cards.isPending}
					onClick={() =>
						cards.mutate({}, { onSuccess: (made) => setPaper({ handle: made.paper, title: t("staff-cards-title") }) })
					}
				>
					{t("staff-cards")}
				</Button>
				<Switch
					ml="auto"
					label={t("staff-show-left")}
					checked={showLeft}
					onChange={(event) => setShowLeft(event.currentTarget.checked)}
				/>
			</Group>
			{badges.error && <Failed inline error={badges.error} />}
			{cards.error && <Failed inline error={cards.error} />}
			<PersonDialog
				key={open}
				opened={open !== undefined}
				person={data.people.find(({ id }) => id === open)}
				nextNumber={data.nextNumber}
				onClose={() => setOpen(undefined)}
				onBadge={async (id) => {
					await makeBadges([id]);
					setOpen(undefined);
				}}
			/>
			<PaperDialog paper={paper} onClose={() => setPaper(undefined)} />
		</>
	);
}

function Mark({ set, left }: { set: boolean; left: boolean }) {
	const t = useTexts(settingsTexts);
	if (left) return <Meaning meaning="neutral">{t("staff-left")}</Meaning>;
	return (
		<Meaning meaning={set ? "done" : "neutral"} look="plain">
			{t(set ? "staff-has" : "staff-none")}
		</Meaning>
	);
}
