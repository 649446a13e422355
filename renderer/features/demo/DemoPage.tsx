import { Button } from "@mantine/core";
import { IconBarcode } from "@tabler/icons-react";
import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { demoTexts } from "../../i18n/texts/demo.ts";
import { Codes } from "./Codes.tsx";
import { Colleagues } from "./Colleagues.tsx";
import classes from "./demo.module.css";
import { Output } from "./Output.tsx";
import { SheetDialog } from "./SheetDialog.tsx";
import { Tour } from "./Tour.tsx";

/** What can be tried here, in ten minutes. */
export function DemoPage() {
	const t = useTexts(demoTexts);
	const language = useLanguage();
	const codes = useQueryCall("demo.codes", { language }, { keepPrevious: true });
	const sheet = useCommand("demo.sheet");
	const [paper, setPaper] = useState<{ handle: string; fileName: string }>();
	if (codes.error) return <Failed error={codes.error} onRetry={() => void codes.refetch()} />;
	if (!codes.data) return <Loading shape="page" />;
	const { sections } = codes.data;
	return (
		<div className={classes.page}>
			<header className={classes.head}>
				<div>
					<h1>{t("title")}</h1>
					<p>{t("about")}</p>
				</div>
				<Button
					size="md"
					leftSection={<IconBarcode size={20} stroke={1.7} />}
					loading={sheet.isPending}
					onClick={() => sheet.mutate({ language }, { onSuccess: setPaper })}
				>
					{t("sheet")}
				</Button>
			</header>
			{sheet.error && <Failed inline error={sheet.error} />}
			<div className={classes.columns}>
				<Tour known={sections.find(({ id }) => id === "known")?.entries[0]?.code} />
				<div className={classes.side}>
					<Colleagues />
					<Codes sections={sections} />
					<Output />
				</div>
			</div>
			<SheetDialog paper={paper} onClose={() => setPaper(undefined)} />
		</div>
	);
}
