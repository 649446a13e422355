/** The providers around every screen: data, look, dates, toasts, addresses. */
import "dayjs/locale/zh-cn";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router/dom";
import { useLanguage } from "../../i18n/language.ts";
import { styleNonce } from "../../theme/nonce.ts";
import { resolveVariables, theme } from "../../theme/theme.ts";
import { Boundary } from "../states/Boundary.tsx";
import { queryClient } from "../use-calls.ts";
import { router } from "./router.tsx";

export function App() {
	const language = useLanguage();
	return (
		<QueryClientProvider client={queryClient}>
			<MantineProvider
				theme={theme}
				cssVariablesResolver={resolveVariables}
				defaultColorScheme="light"
				getStyleNonce={styleNonce}
			>
				<DatesProvider settings={{ locale: language === "en" ? "en" : "zh-cn", firstDayOfWeek: 1 }}>
					<Notifications position="bottom-right" limit={3} />
					<Boundary>
						<RouterProvider router={router} />
					</Boundary>
				</DatesProvider>
			</MantineProvider>
		</QueryClientProvider>
	);
}
