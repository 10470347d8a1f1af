//! Names that say of what they name that it is secret. One fact in one place: what reports cover and what counts as a
//! credential are told by the same words.

/// Words that a name of something secret ends in, lower case, without `_`, `-` and `.`. What they name may as well be
/// the name of a secret, a path or a number: to cover it does no harm.
const SECRET: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "apikey",
    "accesskey",
    "secretkey",
    "privatekey",
    "credential",
    "credentials",
    "connectionstring",
    "authkey",
    "accountkey",
    "sharedkey",
    "presharedkey",
];

/// Words that a name ends in which can hardly name anything but a credential itself.
const CREDENTIAL: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "apikey",
    "secretkey",
    "secretaccesskey",
    "privatekey",
    "privatekeypem",
    "clientsecret",
    "authtoken",
    "accesstoken",
    "apitoken",
    "bottoken",
    "bearertoken",
    "personalaccesstoken",
    "githubtoken",
    "gitlabtoken",
    "slacktoken",
    "vaulttoken",
    "npmtoken",
    "authkey",
    "accountkey",
    "sharedkey",
    "jwtsecret",
    "signingsecret",
    "webhooksecret",
    "appsecret",
    "sessionsecret",
    "cookiesecret",
    "secretkeybase",
    "licensekey",
    "masterkey",
    "sessiontoken",
    "refreshtoken",
    "deploytoken",
    "sastoken",
    "ghtoken",
    "hubtoken",
    "hcloudtoken",
    "digitaloceantoken",
    "consulhttptoken",
    "nomadtoken",
    "azurebatchkey",
    "azurestoragekey",
    "ociclikeycontent",
];

/// Names of what stands beside a password in a secret and is none itself.
const BESIDE: &[&str] = &[
    "arn",
    "database",
    "dbname",
    "dbinstanceidentifier",
    "domain",
    "email",
    "endpoint",
    "engine",
    "host",
    "hostname",
    "id",
    "login",
    "name",
    "port",
    "region",
    "user",
    "userid",
    "username",
    "schema",
    "clientid",
    "tenantid",
    "subscriptionid",
    "version",
    "versionid",
    "sslmode",
    "dbclusteridentifier",
    "masterusername",
];

/// Words that such names end in.
const BESIDE_AT_THE_END: &[&str] = &[
    "host",
    "hostname",
    "port",
    "user",
    "username",
    "endpoint",
    "accountid",
    "clientid",
    "tenantid",
    "projectid",
    "fingerprint",
    "emailaddress",
    "publickey",
    "clientcert",
    "cacert",
    "ips",
    "ipaddress",
    "arn",
    "region",
];

/// Lower case, without what joins words.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| !matches!(letter, '_' | '-' | '.' | ' '));
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether a name says that what it names is secret: `db_password`, `TOKEN`, `client-secret`.
pub fn names_a_secret(name: &str) -> bool {
    let plain = plain(name);
    SECRET.iter().any(|ending| plain.ends_with(ending)) || names_a_credential(name)
}

/// Whether a name says that what it names is a credential, not the name or the place of one.
pub(super) fn names_a_credential(name: &str) -> bool {
    let name = name.rsplit(['/', ':']).next().unwrap_or(name);
    let plain = plain(name);
    let ends = CREDENTIAL.iter().any(|ending| plain.ends_with(ending)) || ends_in_pass(name);
    ends && !is_a_switch(&plain) && !names_a_public_key(name)
}

/// Whether a name says of a key that everybody may know it, as pages that browsers load hold: `NEXT_PUBLIC_API_KEY`.
pub(super) fn names_a_public_key(name: &str) -> bool {
    let public = |word: &str| word.eq_ignore_ascii_case("public") || word.eq_ignore_ascii_case("publishable");
    name.split(['_', '-', '.', ' ']).any(public) && plain(name).ends_with("key")
}

/// `SMTP_PASS`, not `proxy_pass` or `bypass`: a word of its own that nothing else explains.
fn ends_in_pass(name: &str) -> bool {
    let mut words = name.rsplit(['_', '-', '.', ' ']);
    let last = words.next().unwrap_or_default();
    let before = words.next().unwrap_or_default().to_ascii_lowercase();
    last.eq_ignore_ascii_case("pass")
        && !matches!(before.as_str(), "proxy" | "by" | "first" | "second" | "test")
}

/// `ALLOW_EMPTY_PASSWORD`, `disable_password`: whether there is one; `existingSecretPassword`: where.
fn is_a_switch(plain: &str) -> bool {
    const SWITCHES: [&str; 13] = [
        "allow", "disable", "enable", "use", "require", "generate", "manage", "create", "random", "reset",
        "rotate", "ignore", "existing",
    ];
    SWITCHES.iter().any(|word| plain.starts_with(word))
}

/// Whether a key of a secret names what is not secret of it.
pub(super) fn stands_beside_a_secret(key: &str) -> bool {
    let plain = plain(key);
    // Several of a thing are no more than one.
    let one = plain.strip_suffix('s').unwrap_or(&plain);
    [plain.as_str(), one].iter().any(|name| {
        BESIDE.contains(name)
            || BESIDE_AT_THE_END.iter().any(|ending| name.ends_with(ending)) && !name.ends_with("secretid")
    }) && !one.ends_with("secretid")
}

/// Whether a secret, by the name that it is kept under, is what stands beside a password as a whole:
/// `docker-hub-username`. Not `prod/database`, which names what it opens.
pub(super) fn is_kept_beside_a_secret(name: &str) -> bool {
    let name = name.rsplit(['/', ':']).next().unwrap_or(name);
    let words: Vec<&str> = name.split(['_', '-', '.', ' ']).filter(|word| !word.is_empty()).collect();
    (1..=words.len().min(2)).any(|count| {
        let last = plain(&words.get(words.len() - count..).unwrap_or_default().concat());
        let one = last.strip_suffix('s').unwrap_or(&last);
        let whole = count > 1 && BESIDE.contains(&one);
        whole || one == "email" || [last.as_str(), one].iter().any(|one| BESIDE_AT_THE_END.contains(one))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_credentials_are_told_from_names_about_them() {
        for name in ["DB_PASSWORD", "admin.password", "clientSecret", "/prod/app/db_password", "GITHUB-TOKEN"]
        {
            assert!(names_a_credential(name) && names_a_secret(name), "{name}");
        }
        for name in ["AZURE_BATCH_KEY", "OCI_CLI_KEY_CONTENT", "AWS_SESSION_TOKEN", "SMTP_PASS", "db.pass"] {
            assert!(names_a_credential(name) && names_a_secret(name), "{name}");
        }
        for name in [
            "DB_PASSWORD_FILE",
            "password_arn",
            "SECRET_NAME",
            "allow_empty_password",
            "existingSecretAdminPassword",
            "token_ttl",
            "secret",
            "ETCD_INITIAL_CLUSTER_TOKEN",
            "proxy_pass",
            "bypass",
            "compass",
            "NEXT_PUBLIC_API_KEY",
            "stripe-publishable-key",
        ] {
            assert!(!names_a_credential(name), "{name}");
        }
        for name in ["public_admin_password", "PUBLIC_TOKEN", "publication_api_key"] {
            assert!(!names_a_public_key(name), "{name}");
        }
        assert!(stands_beside_a_secret("username") && stands_beside_a_secret("DB-Host"));
        assert!(stands_beside_a_secret("account_ids") && stands_beside_a_secret("hosts"));
        assert!(!stands_beside_a_secret("password") && !stands_beside_a_secret("secret_ids"));
    }

    #[test]
    fn secrets_that_are_none_are_told_by_the_last_words_of_their_names() {
        for name in
            ["deploy/docker_hub_username", "gw-super-admin-user", "db_host", "client-ids", "app_db_name"]
        {
            assert!(is_kept_beside_a_secret(name), "{name}");
        }
        for name in ["database", "prod/database", "login", "support", "version", "user_password", ""] {
            assert!(!is_kept_beside_a_secret(name), "{name}");
        }
    }
}
