package waybill.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.local.template.LoginClient;

/**
 * Where people log in, as at Cognito's own page. What was asked travels with the form and is
 * checked again; the form counts only with the cookie that came with it.
 */
final class LoginPage {
  private static final String COOKIE = "waybill-login";

  /** What a browser gets with it: no scripts, no frames, nothing from elsewhere. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "text/html; charset=utf-8",
          "cache-control", "no-store",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
          "x-frame-options", "DENY",
          "referrer-policy", "no-referrer",
          "x-content-type-options", "nosniff");

  private final String path;
  private final List<LoginClient> clients;
  private final Accounts accounts;
  private final Handles<Granted> codes;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** A code is for what was asked, and for who has logged in. */
  record Granted(Asked asked, Login login) {}

  LoginPage(
      String path,
      List<LoginClient> clients,
      Accounts accounts,
      Handles<Granted> codes,
      Clock clock) {
    this.path = path;
    this.clients = clients;
    this.accounts = accounts;
    this.codes = codes;
    this.clock = clock;
  }

  PoolAnswer show(String query) {
    return asked(query, (form, asked) -> form(query, "", 200));
  }

  PoolAnswer take(PoolRequest request) {
    try {
      var filled = Form.of(request.body());
      var query = filled.get("asked");
      if (!isOurs(request.headers().first("Cookie"), filled.get("token")))
        return page(403, "<p>This page is too old. Go back and try again.</p>");
      return asked(query, (form, asked) -> logIn(filled, form, asked, query));
    } catch (OAuthError e) {
      return page(400, "<p>" + escaped(String.valueOf(e.getMessage())) + "</p>");
    }
  }

  /** What is done with a request that is as it should be. */
  private interface Next {
    PoolAnswer with(Form form, Asked asked) throws OAuthError;
  }

  private PoolAnswer asked(String query, Next next) {
    Form form;
    LoginClient client;
    try {
      form = Form.of(query);
      client = Asked.client(form, clients);
    } catch (OAuthError e) {
      return page(400, "<p>" + escaped(String.valueOf(e.getMessage())) + "</p>");
    }
    try {
      return next.with(form, Asked.of(form, client));
    } catch (OAuthError e) {
      return PoolAnswer.elsewhere(Asked.back(form, "error", e.code()));
    }
  }

  private PoolAnswer logIn(Form filled, Form form, Asked asked, String query) throws OAuthError {
    var password = filled.get("password");
    var account =
        accounts
            .whoLogsIn(filled.get("username"))
            .filter(one -> one.confirmed() && one.opensWith(password));
    if (account.isEmpty()) return form(query, "Incorrect username or password.", 401);
    var login =
        new Login(
            asked.client(),
            account.get().username(),
            account.get().subject(),
            asked.scopes(),
            asked.nonce(),
            clock.instant());
    return PoolAnswer.elsewhere(Asked.back(form, "code", codes.handle(new Granted(asked, login))));
  }

  private PoolAnswer form(String query, String says, int status) {
    var token = Handles.unguessable(random);
    return page(
            status,
            """
            <p>%s</p>
            <form method="post" action="%slogin">
            <input type="hidden" name="asked" value="%s"><input type="hidden" name="token" value="%s">
            <p><label>Email <input name="username" autocomplete="username" required autofocus></label></p>
            <p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
            <p><button>Log in</button></p>
            </form>"""
                .formatted(escaped(says), escaped(path), escaped(query), token))
        .with(
            "set-cookie", COOKIE + "=" + token + "; Path=" + path + "; HttpOnly; SameSite=Strict");
  }

  private static boolean isOurs(@Nullable String cookies, String token) {
    if (cookies == null) return false;
    for (var cookie : cookies.split(";\\s*", -1))
      if (MessageDigest.isEqual(cookie.getBytes(UTF_8), (COOKIE + "=" + token).getBytes(UTF_8)))
        return true;
    return false;
  }

  private static PoolAnswer page(int status, String body) {
    var html =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Log in</title><h1>Log in</h1>"
            + body
            + "</html>";
    return new PoolAnswer(status, HEADERS, html);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
