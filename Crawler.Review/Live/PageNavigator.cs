using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Crawler.Review.Live;

/// <summary>
/// Leads from one page to another on behalf of a page that had to wait first: for typing to pause, or for the store. Whoever has followed a link meanwhile
/// is not called back; the browser knows that before this process does, so it is the browser that decides.
/// </summary>
internal sealed class PageNavigator(NavigationManager navigation, IJSRuntime browser)
{
    /// <summary>The address of the page that is shown, for <see cref="GoAsync"/> later.</summary>
    public string Here => navigation.Uri;

    /// <summary>Goes to an address, unless another page than <paramref name="from"/> is shown by now.</summary>
    /// <param name="from">What <see cref="Here"/> was when the user asked.</param>
    /// <param name="address">Absolute, or relative to the console's base address.</param>
    /// <param name="replace">The page left is no step back. Default false.</param>
    public async Task GoAsync(string from, string address, bool replace = false)
    {
        try
        {
            await browser.InvokeVoidAsync("patrolConsole.goFrom", from, navigation.ToAbsoluteUri(address).AbsoluteUri, replace);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }
    }
}
