/**
 * The look as data for the component library: cognac leather as the one accent, neutral greys, calm shapes.
 * Colours with a meaning (running, overdue …) are in meaning.css, because both themes need their own.
 */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { language } from "../i18n/language.ts";

const cognac: MantineColorsTuple = [
	"#fbf4ee",
	"#f3e4d7",
	"#e5c8ae",
	"#d7aa82",
	"#ca8f5d",
	"#bb783f",
	"#a8622b",
	"#8f4f20",
	"#733f1a",
	"#582f12",
];

const gray: MantineColorsTuple = [
	"#faf9f8",
	"#f3f2f0",
	"#e9e7e4",
	"#dbd8d4",
	"#c5c2bd",
	"#a09c96",
	"#746f69",
	"#56524d",
	"#3a3733",
	"#211f1d",
];

const dark: MantineColorsTuple = [
	"#ebe9e4",
	"#cfccc5",
	"#aba79f",
	"#88847c",
	"#45423e",
	"#383632",
	"#2b2926",
	"#201f1d",
	"#181716",
	"#100f0e",
];

/** Chinese and Latin faces every workshop PC has; digits are tabular everywhere (base.css). */
const family =
	'"Segoe UI", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

const quick = { duration: 120 };

/** 2026年11月 / November 2026: the library's own order of month and year is English. */
const monthLabelFormat = (month: string) =>
	new Intl.DateTimeFormat(language(), { year: "numeric", month: "long", timeZone: "UTC" }).format(
		new Date(`${month.slice(0, 10)}T00:00:00Z`),
	);
const calendar = { defaultProps: { monthLabelFormat, hideOutsideDates: true } };

export const theme = createTheme({
	colors: { cognac, gray, dark },
	primaryColor: "cognac",
	primaryShade: { light: 7, dark: 6 },
	fontFamily: family,
	fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
	fontSizes: { xs: "0.8125rem", sm: "0.9375rem", md: "1rem", lg: "1.125rem", xl: "1.375rem" },
	fontWeights: { regular: "400", medium: "600", bold: "700" },
	lineHeights: { xs: "1.35", sm: "1.4", md: "1.45", lg: "1.45", xl: "1.35" },
	headings: {
		fontFamily: family,
		fontWeight: "700",
		textWrap: "wrap",
		sizes: {
			h1: { fontSize: "1.625rem", lineHeight: "1.25" },
			h2: { fontSize: "1.3125rem", lineHeight: "1.3" },
			h3: { fontSize: "1.125rem", lineHeight: "1.35" },
			h4: { fontSize: "1rem", lineHeight: "1.4" },
			h5: { fontSize: "0.9375rem", lineHeight: "1.4" },
			h6: { fontSize: "0.8125rem", lineHeight: "1.4" },
		},
	},
	spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
	radius: { xs: "2px", sm: "4px", md: "6px", lg: "10px", xl: "16px" },
	defaultRadius: "sm",
	cursorType: "pointer",
	focusRing: "auto",
	respectReducedMotion: true,
	activeClassName: "",
	components: {
		Button: { defaultProps: { size: "sm", fw: 600 } },
		Modal: {
			defaultProps: {
				centered: true,
				transitionProps: quick,
				overlayProps: { backgroundOpacity: 0.4, blur: 0 },
				closeButtonProps: { "aria-label": "×", size: "lg" },
			},
		},
		Drawer: { defaultProps: { transitionProps: quick, overlayProps: { backgroundOpacity: 0.4 } } },
		Popover: { defaultProps: { transitionProps: quick, shadow: "md" } },
		Menu: { defaultProps: { transitionProps: quick, shadow: "md" } },
		Tooltip: { defaultProps: { transitionProps: quick, openDelay: 400, withArrow: true } },
		Select: { defaultProps: { allowDeselect: false, checkIconPosition: "right" } },
		Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: "sm" } },
		Paper: { defaultProps: { withBorder: true } },
		Badge: { defaultProps: { tt: "none", radius: "sm", fw: 600 } },
		Anchor: { defaultProps: { underline: "hover" } },
		DatePicker: calendar,
		DatePickerInput: calendar,
		DateInput: calendar,
	},
});

/** The library's own surface colours, ours instead of pure white and blue-black. */
export const resolveVariables: CSSVariablesResolver = () => ({
	variables: {},
	light: {
		"--mantine-color-body": "#ffffff",
		"--mantine-color-text": gray[9],
		"--mantine-color-dimmed": gray[7],
		"--mantine-color-placeholder": "#8a857e",
		"--mantine-color-default-border": gray[3],
		"--mantine-color-error": "#b3261e",
	},
	dark: {
		"--mantine-color-body": dark[7],
		"--mantine-color-text": dark[0],
		"--mantine-color-dimmed": dark[2],
		"--mantine-color-placeholder": dark[3],
		"--mantine-color-default": dark[6],
		"--mantine-color-default-border": dark[4],
		"--mantine-color-error": "#ff9b92",
		"--mantine-primary-color-light-color": "#e0b48c",
		"--mantine-color-anchor": "#e0b48c",
	},
});
