# Redshift clusters.
package lib.redshift

import data.lib.provider
import data.lib.setting

# Says that a cluster has a public address; undefined where it has none. Before version 6 of the provider it has one
# unless it says otherwise.
public(cluster) := setting.turned_on(cluster.attributes, "publicly_accessible")

public(cluster) := message if {
	not "publicly_accessible" in object.keys(cluster.attributes)
	provider.older_than(cluster, "hashicorp/aws", 6)
	message := "`publicly_accessible` is not set, and the default is `true` before version 6 of the provider"
}
