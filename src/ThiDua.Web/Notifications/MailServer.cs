using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>The mail server did not take this mail; for good, or for now.</summary>
public sealed class MailRefused(string message, bool forGood) : Exception(message)
{
    public bool IsForGood => forGood;
}

/// <summary>The mail server cannot be reached, does not answer, or serves nobody: no fault of the mail.</summary>
public sealed class NoMailServer(string message) : Exception(message);

/// <summary>Hands mails to the SMTP server, or puts them into the pickup folder (docs/decisions/0017).</summary>
public sealed class MailServer(IOptions<MailOptions> options)
{
    private static readonly int[] RefusesContent = [552, 554];
    private static readonly int[] AsksToWait = [450, 451, 452];

    private MailOptions Options => options.Value;

    public async Task Send(OutboxMail mail)
    {
        using var message = Message(mail);
        var limit = TimeSpan.FromSeconds(Options.TimeoutSeconds);
        using var client = Client();
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            // The client itself may wait for an answer that never comes.
            await client.SendMailAsync(message, timeout.Token).WaitAsync(limit + TimeSpan.FromSeconds(2), CancellationToken.None);
        }
        catch (Exception late) when (late is OperationCanceledException or TimeoutException)
        {
            throw new NoMailServer($"Máy chủ thư không trả lời trong {Options.TimeoutSeconds} giây.");
        }
        catch (SmtpFailedRecipientException refused)
        {
            throw new MailRefused(refused.Message, forGood: (int)refused.StatusCode is >= 500 and < 600);
        }
        catch (SmtpException failure) when (RefusesContent.Contains((int)failure.StatusCode) || AsksToWait.Contains((int)failure.StatusCode))
        {
            throw new MailRefused(failure.Message, forGood: RefusesContent.Contains((int)failure.StatusCode));
        }
        catch (Exception failure) when (failure is SmtpException or IOException or InvalidOperationException or System.Security.Authentication.AuthenticationException)
        {
            throw new NoMailServer(failure.InnerException is { } inner ? $"{failure.Message} {inner.Message}" : failure.Message);
        }
    }

    private SmtpClient Client()
    {
        if (!string.IsNullOrWhiteSpace(Options.PickupFolder))
        {
            return new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Directory.CreateDirectory(Path.GetFullPath(Options.PickupFolder)).FullName };
        }

        return new(Options.Host, Options.Port)
        {
            EnableSsl = Options.Tls,
            UseDefaultCredentials = false,
            Credentials = string.IsNullOrEmpty(Options.User) ? null : new NetworkCredential(Options.User, Options.Password),
        };
    }

    private MailMessage Message(OutboxMail mail)
    {
        if (!MailAddress.TryCreate(mail.Address, mail.Name, Encoding.UTF8, out var to))
        {
            throw new MailRefused($"Địa chỉ thư không hợp lệ: {mail.Address}", forGood: true);
        }

        var from = new MailAddress(Options.From, Options.FromName, Encoding.UTF8);
        var message = new MailMessage(from, to)
        {
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        var html = AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html);
        html.TransferEncoding = TransferEncoding.Base64;
        message.AlternateViews.Add(html);
        message.Headers.Add("Message-ID", $"<{mail.Key}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
