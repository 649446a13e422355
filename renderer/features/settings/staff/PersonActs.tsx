import { Button, Group } from "@mantine/core";
import { IconId, IconIdOff, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { ConfirmButton } from "../../../components/act/ConfirmButton.tsx";
import { PinTwice } from "../../../components/door/PinTwice.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import classes from "../settings.module.css";
import type { Staff } from "./StaffPage.tsx";

type PersonActsProps = { person: Staff; onClose: () => void; onBadge: (person: string) => Promise<unknown> };

/** PIN, badge, leaving, coming back. */
export function PersonActs({ person, onClose, onBadge }: PersonActsProps) {
	const t = useTexts(settingsTexts);
	const [asking, setAsking] = useState<"pin" | "return">();
	const setPin = useCommand("staff.setPin");
	const comeBack = useCommand("staff.return");
	const leave = useCommand("staff.leave");
	const revoke = useCommand("staff.revokeBadges");
	const [badgeError, setBadgeError] = useState<unknown>();
	const error = setPin.error ?? comeBack.error ?? leave.error ?? revoke.error ?? badgeError;
	const { id, version } = person;
	const take = (pin: string | undefined) => {
		if (!pin) return;
		const done = { onSuccess: onClose };
		if (asking === "return") comeBack.mutate({ person: id, version, pin }, done);
		else setPin.mutate({ person: id, pin }, done);
	};
	return (
		<section className={classes.acts} aria-label={t("staff-actions", { name: person.name })}>
			{asking ? (
				<div>
					<p className={classes.label}>{t("staff-pin-of", { name: person.name })}</p>
					<PinTwice value={undefined} onChange={take} />
				</div>
			) : person.active ? (
				<Group gap="xs">
					<Button variant="default" leftSection={<IconKey size={18} stroke={1.7} />} onClick={() => setAsking("pin")}>
						{t("staff-set-pin")}
					</Button>
					<Button
						variant="default"
						leftSection={<IconId size={18} stroke={1.7} />}
						onClick={() => void onBadge(id).catch(setBadgeError)}
					>
						{t("staff-new-badge")}
					</Button>
					{person.hasBadge && (
						<Button
							variant="default"
							leftSection={<IconIdOff size={18} stroke={1.7} />}
							loading={revoke.isPending}
							onClick={() => revoke.mutate({ person: id })}
						>
							{t("staff-revoke")}
						</Button>
					)}
					<ConfirmButton
						ml="auto"
						question={t("staff-leave-ask")}
						onConfirm={() => leave.mutate({ person: id, version }, { onSuccess: onClose })}
					>
						{t("staff-leave")}
					</ConfirmButton>
				</Group>
			) : (
				<Button variant="default" onClick={() => setAsking("return")}>
					{t("staff-return")}
				</Button>
			)}
			{Boolean(error) && <Failed inline error={error} />}
		</section>
	);
}
