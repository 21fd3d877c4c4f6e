namespace Signage.Renderer.Tests.Pictures.Made;

/// <summary>A picture that is not taken.</summary>
/// <param name="Name">What is bad about it.</param>
/// <param name="File">The file.</param>
/// <param name="Words">What has to be said of it.</param>
internal sealed record BadPicture(string Name, byte[] File, string Words);
