using System.Globalization;
using ThiDua.Web;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Files;
using ThiDua.Web.Jobs;
using ThiDua.Web.Notifications;

var vietnamese = CultureInfo.GetCultureInfo("vi-VN");
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = vietnamese;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddPortalData(builder.Configuration);
builder.Services.AddPortalAccess();
builder.Services.AddNotifications(builder.Configuration, builder.Environment);
builder.Services.AddPortalPages();
builder.Services.AddOfficialDocuments(builder.Configuration);
builder.Services.AddPortalFiles(builder.Configuration);
builder.Services.AddFeatureParts();
builder.Services.AddScoped<IPortalPoints, PortalPoints>();
builder.Services.AddIssuing(builder.Configuration);
builder.Services.AddSchedule(builder.Configuration, builder.Environment);
builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));

var app = builder.Build();
if (await Commands.Run(app, args) is { } exitCode)
{
    return exitCode;
}

app.UseSecurityHeaders();
app.UseExceptionHandler("/loi/500");
app.UseStatusCodePagesWithReExecute("/loi/{0}");
if (!app.Environment.IsDevelopment() && app.Configuration.GetValue("Https:Required", true))
{
    app.UseHsts();
}

app.UseRequestLocalization(options => options.SetDefaultCulture("vi-VN").AddSupportedCultures("vi-VN").AddSupportedUICultures("vi-VN").RequestCultureProviders.Clear());
app.UseRouting();
app.UseMiddleware<WhenItBegan>();
app.UseMiddleware<RefuseTooLarge>();
app.UseAuthentication();
app.UseMiddleware<EnterPortal>();
app.UseMiddleware<EnterClusterYear>();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous();
app.MapHealthChecks("/suc-khoe").AllowAnonymous();
app.MapControllers();
await app.RunAsync();
return 0;

public partial class Program;
