# METADATA
# title: App Service serves plain HTTP
# description: |
#   Web apps and functions of Azure answer on port 80 beside 443 unless they are told to send every request on to HTTPS.
#   Whoever sits on the way, in a café's network or at a provider, can then read and change what is transferred, and
#   take the session of whoever has signed in.
#
#   The certificate is there already, and browsers follow the redirection by themselves.
# related_resources:
#   - https://learn.microsoft.com/azure/app-service/overview-security#https-and-certificates
#   - https://learn.microsoft.com/azure/azure-functions/security-concepts#require-https
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `https_only` to `true`.
#   aliases: [CKV_AZURE_14, CKV_AZURE_70, AZU-0004]
#   compliance: {cis-azure-1.5: ["9.2"]}
package policy.azure.app.plain_http

import data.lib.setting

deny contains {"resource": app.id, "path": ["https_only"], "message": message} if {
	some kind in [
		"azurerm_app_service", "azurerm_app_service_slot", "azurerm_function_app", "azurerm_function_app_flex_consumption",
		"azurerm_function_app_slot", "azurerm_linux_function_app", "azurerm_linux_function_app_slot",
		"azurerm_linux_web_app", "azurerm_linux_web_app_slot", "azurerm_logic_app_standard",
		"azurerm_windows_function_app", "azurerm_windows_function_app_slot", "azurerm_windows_web_app",
		"azurerm_windows_web_app_slot",
	]
	some app in input.resources[kind]
	message := setting.off(app.attributes, "https_only")
}
