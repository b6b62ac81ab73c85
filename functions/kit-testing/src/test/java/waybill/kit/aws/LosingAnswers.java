package waybill.kit.aws;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The request arrives and is carried out, but its answer gets lost on the way back. */
final class LosingAnswers implements SdkHttpClient {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private int toLose;
  private int requests;

  void loseNext(int answers) {
    toLose = answers;
    requests = 0;
  }

  int requests() {
    return requests;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = http.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        requests++;
        HttpExecuteResponse answer = prepared.call();
        if (toLose == 0) return answer;
        toLose--;
        answer.responseBody().ifPresent(body -> body.abort());
        throw new IOException("the connection was reset");
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public void close() {
    http.close();
  }
}
