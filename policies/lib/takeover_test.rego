package lib.takeover_test

import data.lib.takeover

test_the_pods_act_as_the_account_and_the_role if {
	made := takeover.document(takeover.escalating("bind:roles"), takeover.administrator)
	[who.power | some who in made.identities] == ["escalating", "administrator"]
	made.exposures[0].reaches[1].through == made.resources.ServiceAccount[0].id
	made.identities[0].permissions["bind:roles"][0].anywhere
}
