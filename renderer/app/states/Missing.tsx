import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { useTexts } from "../../i18n/language.ts";
import { stateTexts } from "../../i18n/texts/states.ts";
import { Empty } from "./Empty.tsx";

/** An address that leads nowhere for this person. */
export function Missing() {
	const t = useTexts(stateTexts);
	return (
		<Empty
			icon={IconMapOff}
			title={t("missing-what")}
			teach={t("missing-next")}
			action={
				<Button component="a" href="#/">
					{t("home")}
				</Button>
			}
		/>
	);
}
